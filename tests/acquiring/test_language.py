"""English, and what is not."""

import gzip
import json

import pytest

from onrecord.acquiring.language import _identifier, check_language
from onrecord.errors import LanguageError
from tests.shared_files import SHARED, required

POLNEAR = SHARED / "data" / "polnear" / "train.jsonl.gz"

OTHERS = {
    "ru": (
        "Посол заявил в пятницу, что на борту судна не было никакого оружия, и назвал сообщение газеты"
        " необоснованным. Двое сотрудников порта рассказали изданию, что ящики грузили ночью, однако назвать свои"
        " имена они отказались. Правительство поручило провести расследование, которое должно завершиться через"
        " шесть недель, сообщили в администрации президента. Представительница министерства добавила, что"
        " доказательств пока нет, а оппозиция требует опубликовать все документы."
    ),
    "fa": (
        "سفیر روز جمعه گفت که این کشتی هیچ سلاحی حمل نکرده است و گزارش روزنامه را بی‌اساس خواند. دو کارمند بندر"
        " به این روزنامه گفتند که صندوق‌ها شبانه بارگیری شده‌اند، اما حاضر نشدند نامشان فاش شود. دولت دستور تحقیق"
        " داده است که به گفته دفتر ریاست جمهوری باید ظرف شش هفته به پایان برسد. سخنگوی وزارتخانه افزود که تاکنون"
        " هیچ مدرکی دیده نشده است و مخالفان خواستار انتشار همه اسناد هستند."
    ),
    "fr": (
        "L'ambassadeur a déclaré vendredi que le navire ne transportait aucune arme et a qualifié l'article"
        " d'infondé. Deux responsables du port ont raconté au journal que des caisses avaient été chargées de"
        " nuit, sans vouloir être nommés. Le gouvernement a ordonné une enquête qui doit rendre ses conclusions"
        " dans six semaines, selon la présidence. Une porte-parole du ministère a ajouté qu'aucune preuve n'avait"
        " été vue, et l'opposition réclame tous les documents."
    ),
    "es": (
        "El embajador dijo el viernes que el barco no había llevado armas y calificó la noticia de infundada. Dos"
        " funcionarios del puerto contaron al diario que las cajas se cargaron de noche, aunque no quisieron dar"
        " sus nombres. El gobierno ha ordenado una investigación que debe terminar en seis semanas, según la"
        " presidencia. Una portavoz del ministerio añadió que no se ha visto ninguna prueba, y la oposición exige"
        " que se publiquen todos los documentos del caso."
    ),
    "de": (
        "Der Botschafter sagte am Freitag, das Schiff habe keine Waffen geladen, und nannte den Bericht haltlos."
        " Zwei Mitarbeiter des Hafens erzählten der Zeitung, dass die Kisten nachts verladen worden seien; ihre"
        " Namen wollten sie nicht nennen. Die Regierung hat eine Untersuchung angeordnet, die nach Angaben des"
        " Präsidialamts in sechs Wochen abgeschlossen sein soll. Eine Sprecherin des Ministeriums fügte hinzu, man"
        " habe keine Beweise gesehen."
    ),
    "it": (
        "L'ambasciatore ha detto venerdì che la nave non trasportava armi e ha definito infondata la notizia. Due"
        " funzionari del porto hanno raccontato al giornale che le casse erano state caricate di notte, ma non"
        " hanno voluto dire i loro nomi. Il governo ha ordinato un'inchiesta che deve concludersi entro sei"
        " settimane, secondo la presidenza. Una portavoce del ministero ha aggiunto che finora non si è vista"
        " alcuna prova e l'opposizione chiede tutti i documenti."
    ),
    "pt": (
        "O embaixador disse na sexta-feira que o navio não levava armas e chamou a notícia de infundada. Dois"
        " funcionários do porto contaram ao jornal que as caixas foram carregadas à noite, mas não quiseram ser"
        " identificados. O governo ordenou um inquérito que deve terminar em seis semanas, segundo a presidência."
        " Uma porta-voz do ministério acrescentou que não se viu nenhuma prova até agora, e a oposição exige a"
        " publicação de todos os documentos."
    ),
    "nl": (
        "De ambassadeur zei vrijdag dat het schip geen wapens aan boord had en noemde het bericht ongegrond. Twee"
        " medewerkers van de haven vertelden de krant dat de kisten 's nachts waren geladen, maar wilden niet met"
        " hun naam in de krant. De regering heeft een onderzoek gelast dat volgens het kabinet van de president"
        " binnen zes weken klaar moet zijn. Een woordvoerster van het ministerie voegde eraan toe dat er nog geen"
        " bewijs is gezien."
    ),
    "sv": (
        "Ambassadören sade på fredagen att fartyget inte hade haft några vapen ombord och kallade uppgifterna"
        " grundlösa. Två anställda i hamnen berättade för tidningen att lådorna hade lastats på natten, men de"
        " ville inte framträda med namn. Regeringen har beordrat en utredning som enligt presidentens kansli ska"
        " vara klar inom sex veckor. En talesperson för departementet tillade att man hittills inte har sett några"
        " bevis, och oppositionen kräver alla handlingar."
    ),
    "tr": (
        "Büyükelçi cuma günü geminin hiçbir silah taşımadığını söyledi ve haberi asılsız olarak nitelendirdi. İki"
        " liman çalışanı gazeteye sandıkların gece yüklendiğini anlattı, ancak adlarının açıklanmasını istemedi."
        " Hükümet, cumhurbaşkanlığına göre altı hafta içinde tamamlanması gereken bir soruşturma başlattı."
        " Bakanlık sözcüsü şimdiye kadar hiçbir kanıt görülmediğini ekledi; muhalefet ise bütün belgelerin"
        " yayımlanmasını talep ediyor ve soruşturmanın açık yapılmasını istiyor."
    ),
    "uk": (
        "Посол заявив у п'ятницю, що на борту судна не було жодної зброї, і назвав повідомлення газети"
        " безпідставним. Двоє працівників порту розповіли виданню, що ящики вантажили вночі, проте назвати свої"
        " імена відмовилися. Уряд доручив провести розслідування, яке має завершитися за шість тижнів, повідомили"
        " в адміністрації президента. Речниця міністерства додала, що доказів поки немає, а опозиція вимагає"
        " оприлюднити всі документи."
    ),
    "ar": (
        "قال السفير يوم الجمعة إن السفينة لم تكن تحمل أي أسلحة ووصف التقرير بأنه لا أساس له. وقال اثنان من موظفي"
        " الميناء للصحيفة إن الصناديق حُملت ليلا لكنهما رفضا الكشف عن اسميهما. وأمرت الحكومة بإجراء تحقيق ينتهي"
        " خلال ستة أسابيع بحسب الرئاسة. وأضافت متحدثة باسم الوزارة أنه لم يظهر أي دليل حتى الآن، بينما تطالب"
        " المعارضة بنشر جميع الوثائق المتعلقة بالقضية."
    ),
    "zh": (
        "大使星期五说，这艘船没有运载任何武器，并称这篇报道毫无根据。两名港口官员告诉该报，箱子是在夜间装船的"
        "，但他们都不愿透露姓名。总统府表示，政府已下令展开调查，调查应在六周内完成。外交部发言人补充说，到目"
        "前为止还没有看到任何证据，反对派则要求公布所有文件。"
    ),
}
SHORT_ENGLISH = [
    "",
    "2023",
    "Ok.",
    "John Weinbrecht.",
    "Friday, December 4, 2015.",
    "Correction: October 2, 2016, Sunday.",
    "Ayatollah Khamenei, Amir-Abdollahian, Zolfaghar, Fateh-110, Shahed-136",
    "Tehran May Send Missiles To Moscow, Sources Say",
    "Nevada: Adam Khan, Andres Ramirez, Andrew Diss, Barbara Buckley, Bob Cavazos, Brendan Summers, Cory Adair.",
    "HE SAID THE SHIP CARRIED NO WEAPONS AND CALLED THE REPORT BASELESS",
]


@pytest.mark.parametrize("language", OTHERS)
def test_articles_in_other_languages_are_refused(language: str) -> None:
    with pytest.raises(LanguageError) as caught:
        check_language(OTHERS[language], "a.txt")
    assert (
        str(caught.value)
        == f'a.txt: got text in another language (it looks like "{language}"); expected a text in English'
    )


@pytest.mark.parametrize("text", SHORT_ENGLISH)
def test_what_is_short_or_doubtful_passes(text: str) -> None:
    check_language(text, "a.txt")


def test_english_with_foreign_words_passes() -> None:
    english = (
        "The ambassador said on Friday that the ship had carried no weapons, and they called the report baseless. "
    )
    check_language(english * 3 + OTHERS["ru"], "a.txt")
    check_language(english * 60 + OTHERS["fa"] * 20, "a.txt")


def test_plain_english_needs_no_model() -> None:
    _identifier.cache_clear()
    check_language(
        "The minister said that they had not been told of this by the ministry, which would not answer.", "a.txt"
    )
    assert _identifier.cache_info().currsize == 0


def test_no_news_article_in_english_is_refused() -> None:
    with gzip.open(required(POLNEAR), "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            check_language(article["text"], article["id"])
