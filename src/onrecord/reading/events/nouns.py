"""Words by what they stand for, where a frame asks what plays a role: goods, parties, lists, trade."""

import re

from onrecord.reading.dates.words import listed

__all__ = [
    "ABSTRACT",
    "ALSO",
    "ANYBODY",
    "BODIES",
    "CARRIERS",
    "COUNTING",
    "DESIGNATION",
    "DRAFTS",
    "FIRMS",
    "FORCES",
    "FOR_MEASURES",
    "GENERIC",
    "LICENCES",
    "LISTS",
    "NOBODY",
    "NO_ARMS",
    "PROPERTY",
    "PROPOSALS",
    "REPRISALS",
    "SHARES",
    "SIDES",
    "SPANS",
    "STATES",
    "THINGS",
    "TRADE",
    "TRAINED",
    "WARLIKE",
    "WORDS",
]

ALSO = frozenset(("waiver", "mandate"))
"""What a measure verb can have for its object though it is no measure itself."""
TRADE = listed(
    "sale export import transfer supply delivery shipment trade licence license aid deal permit purchase package"
)
LICENCES = frozenset(
    ("licence", "license", "permit", "authorisation", "authorization", "approval", "clearance", "certificate")
)
LISTS = frozenset(("list", "blacklist", "register", "listing", "roster", "registry"))
DRAFTS = frozenset(("draft", "text", "resolution", "motion", "bill", "amendment", "wording"))
REPRISALS = listed("retaliate respond punish response retaliation reprisal consequence revenge countermeasure avenge")
PROPOSALS = listed(
    "proposal offer demand request call appeal plan decision ultimatum invitation deal plea bid overture suggestion"
)
"""What one may turn down."""
PROPERTY = frozenset(("asset", "account", "fund", "property", "holding", "money"))
STATES = frozenset(("government", "regime", "country", "state", "junta"))
CARRIERS = listed(
    "vessel ship boat freighter tanker barge plane aircraft aeroplane airplane airliner truck lorry train convoy"
)
"""What carries goods, and is none where it only comes or goes."""
WARLIKE = listed("combat military naval fighter attack war patrol surveillance reconnaissance")
"""What makes arms of what else only carries goods."""
FIRMS = listed("company firm bank person individual entity ship vessel freighter tanker dhow steamer institute agency")
THINGS = listed(
    "it they them these those what whatever some one ones which that anything nothing something more dozens scores "
    "hundreds thousands goods containers crates cargo load consignment regiment battery batch squadron equipment "
    "kit hardware shipload planeload materiel gear"
)
"""Words that stand for arms where arms were named just before."""
WORDS = frozenset(("comment", "information", "detail", "response", "reaction", "explanation", "it", "question"))
"""What one asks for to be told something."""
COUNTING = listed(
    "number dozen score batch lot range variety type kind piece hundred thousand consignment series crate container "
    "tonne ton box pallet load cargo truckload cache haul shipload planeload stock shipment"
)
"""Nouns that count or measure what follows their "of"."""
SHARES = listed(
    "most some many half third quarter part rest all much few several remainder majority bulk fraction million more "
    "couple handful pair share last first any none each"
)
"""Words for a share of what follows their "of"."""
FORCES = listed("force troop army military fighter soldier militia navy air unit junta rebel")
TRAINED = FORCES | listed(
    "officer serviceman airman crew gunner pilot recruit cadet marine sailor commando conscript policeman guard operator"
)
"""Nouns for people who are trained in arms."""
SIDES = FORCES | listed(
    "side party anyone anybody nobody opponent ally client buyer seller other belligerent faction customer "
    "combatant nation country neighbour neighbor regime government state conflict zone militia group broker "
    "smuggler trader airline shipper"
)
ANYBODY = listed(
    "it its they their them he she his her him whoever everyone everybody nobody anyone someone somebody those us "
    "our we"
)
ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ing", "ship", "th", "ure", "dom", "age")
"""Endings of nouns that seldom name anybody."""
BODIES = listed(
    "government organisation organization administration corporation institution delegation federation regiment "
    "facility city authority community university station battalion establishment detachment nation division "
    "formation commission union coalition opposition department village partnership youth audience entity "
    "association mission garrison parliament"
)
"""Nouns with such an ending that do."""
NOBODY = listed(
    "way use service end market time war year month week day money price cost road rate stock hand effort law rule "
    "right question answer fact reason number amount figure word letter paper document report record invoice photo "
    "picture video map plan idea kind part piece case court charge crime peace front issue matter thing support "
    "help aid attempt move step decision bid contrast account debate conflict crisis term return order flight sea "
    "air land scale speed test tonne ton kilogram dollar euro percent cent budget programme program project system"
)
"""Other nouns that name neither somebody nor a place."""
DESIGNATION = re.compile(r"(?!G[78]s?$|G20s?$|M23$|Q[1-4]$|H[125]$)[A-Z]{1,4}[0-9]{1,4}[A-Za-z]{0,2}")
"""What systems are called by makers: "G36s", "T72B", "AK47"."""
GENERIC = listed("ally partner neighbour neighbor nation another other opponent side buyer")
"""Nouns that say no more of a party than what it is to another."""
NO_ARMS = listed(
    "oil gas grain wheat food fuel crude coal steel gold timber fish meat car letter money message news stake share "
    "electricity power aid bond debt land ticket book fund people man woman child migrant refugee soldier troop "
    "worker medicine water diamond time copy statement report answer reply document right support help word sugar "
    "fertiliser"
)
"""Goods that are no arms, and what is no goods."""
FOR_MEASURES = frozenset(("it", "them", "they", "which", "these", "those", "ones", "everything"))
SPANS = listed("decade year month round package tranche set batch wave series core")
"""Nouns that count or hold measures by their "of"."""
