"""Small lists in the formats of which no real file may be kept here, written to the published schemas."""

# ruff: noqa: E501 - lines of the files as their formats have them

EU = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-02-20T10:00:00.000+01:00" globalFileId="1">
  <sanctionEntity designationDate="2022-04-08" designationDetails="" euReferenceNumber="EU.1.1" logicalId="13">
    <remark>Owner of a company.</remark>
    <regulation regulationType="amendment" publicationDate="2023-09-13" numberTitle="2023/1765 (OJ L226)" programme="UKR"/>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="Arkady" middleName="" lastName="Gromov" wholeName="Arkady Gromov" gender="M" strong="true"/>
    <nameAlias wholeName="Аркадий ГРОМОВ" strong="true"/>
    <nameAlias wholeName="Grom" strong="false"/>
    <citizenship countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION"/>
    <birthdate birthdate="1968-01-02"/>
    <identification identificationTypeCode="passport" number="AB 12"/>
  </sanctionEntity>
  <sanctionEntity logicalId="14"><nameAlias wholeName="&evil;" strong="true"/></sanctionEntity>
  <sanctionEntity euReferenceNumber="EU.2.2" logicalId="15">
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Vesna Shipping &amp; Trade" strong="true"/>
    <address city="Dubai" countryDescription="UNITED ARAB EMIRATES"/>
  </sanctionEntity>
</export>
"""

UK = """<?xml version="1.0" encoding="utf-8"?>
<Designations DateGenerated="20/02/2024">
  <Designation>
    <LastUpdated>13/09/2023</LastUpdated><DateDesignated>08/04/2022</DateDesignated>
    <UniqueID>RUS0001</UniqueID><OFSIGroupID>1</OFSIGroupID>
    <Names>
      <Name><Name1>Arkady</Name1><Name6>GROMOV</Name6><NameType>Primary Name</NameType></Name>
      <Name><Name6>GROM</Name6><NameType>Alias</NameType><AliasStrength>Low Quality a.k.a</AliasStrength></Name>
    </Names>
    <NonLatinNames><NonLatinName><NameNonLatinScript>Аркадий Громов</NameNonLatinScript></NonLatinName></NonLatinNames>
    <RegimeName>The Russia (Sanctions) (EU Exit) Regulations 2019</RegimeName>
    <IndividualEntityShip>Individual</IndividualEntityShip>
    <IndividualDetails><Individual><DOBs><DOB>02/01/1968</DOB></DOBs>
      <Nationalities><Nationality>Russia</Nationality></Nationalities></Individual></IndividualDetails>
  </Designation>
  <Designation>
    <UniqueID>RUS0002</UniqueID><Names><Name><Name6>PORT VESNA</Name6><NameType>Primary Name</NameType></Name></Names>
    <RegimeName>Russia</RegimeName><IndividualEntityShip>Ship</IndividualEntityShip>
    <ShipDetails><IMONumbers><IMONumber>9187629</IMONumber></IMONumbers></ShipDetails>
  </Designation>
</Designations>
"""

UK_CSV = """Last Updated,20/02/2024
Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name Non-Latin Script,DOB,Nationality,Group Type,Alias Type,Alias Quality,Regime,Listed On,Group ID
GROMOV,Arkady,,,,,Аркадий Громов,02/01/1968,Russia,Individual,Primary name,,Russia,08/04/2022,1
GROM,,,,,,,,,Individual,AKA,Low,Russia,08/04/2022,1
short,row
VESNA SHIPPING,,,,,,,,,Entity,Primary name,Good,Russia,09/04/2022,2
"""

OFAC_XML = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0">
  <DateOfIssue CalendarTypeID="1"><Year>2024</Year><Month>2</Month><Day>20</Day></DateOfIssue>
  <ReferenceValueSets>
    <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
    <PartySubTypeValues><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType>
      <PartySubType ID="3" PartyTypeID="2">Individual</PartySubType></PartySubTypeValues>
    <FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="10">Nationality Country</FeatureType></FeatureTypeValues>
    <IDRegDocTypeValues><IDRegDocType ID="1626">Vessel Registration Identification</IDRegDocType></IDRegDocTypeValues>
    <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType></SanctionsTypeValues>
    <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType></NamePartTypeValues>
    <CountryValues><Country ID="11091">Russia</Country></CountryValues>
  </ReferenceValueSets>
  <IDRegDocuments>
    <IDRegDocument ID="5" IDRegDocTypeID="1626" IdentityID="71"><IDRegistrationNo>IMO 9187629</IDRegistrationNo></IDRegDocument>
  </IDRegDocuments>
  <DistinctParties>
    <DistinctParty FixedRef="36"><Profile ID="36" PartySubTypeID="3">
      <Identity ID="70" FixedRef="36" Primary="true">
        <Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName><DocumentedNamePart>
          <NamePartValue NamePartGroupID="1">GROMOV</NamePartValue></DocumentedNamePart><DocumentedNamePart>
          <NamePartValue NamePartGroupID="2">Arkady</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
        <Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName><DocumentedNamePart>
          <NamePartValue NamePartGroupID="1">GROM</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
        <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1520"/></MasterNamePartGroup>
          <MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups>
      </Identity>
      <Feature FeatureTypeID="8"><FeatureVersion><DatePeriod><Start><From><Year>1968</Year><Month>1</Month><Day>2</Day></From></Start>
        </DatePeriod></FeatureVersion></Feature>
      <Feature FeatureTypeID="10"><FeatureVersion><VersionLocation CountryID="11091"/></FeatureVersion></Feature>
    </Profile></DistinctParty>
    <DistinctParty FixedRef="37"><Profile ID="37" PartySubTypeID="1"><Identity ID="71"><Alias Primary="true"><DocumentedName>
      <DocumentedNamePart><NamePartValue>PORT VESNA</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity></Profile></DistinctParty>
    <DistinctParty FixedRef="38"><Profile ID="38"></Oops></DistinctParty>
  </DistinctParties>
  <SanctionsEntries>
    <SanctionsEntry ID="36" ProfileID="36"><EntryEvent><Date><Year>2022</Year><Month>4</Month><Day>6</Day></Date></EntryEvent>
      <SanctionsMeasure SanctionsTypeID="1"><Comment>RUSSIA-EO14024</Comment></SanctionsMeasure></SanctionsEntry>
  </SanctionsEntries>
</Sanctions>
"""

FTM = """{"id":"NK-1","schema":"Person","properties":{"name":["Arkady Gromov","Аркадий Громов"],"alias":["A. Gromov"],"weakAlias":["Grom"],"birthDate":["1968-01-02"],"nationality":["ru"]}}
{"id":"s-1","schema":"Sanction","properties":{"entity":["NK-1"],"program":["RUS"],"listingDate":["2022-04-08"]}}
{"id":"NK-2","schema":"Vessel","properties":{"name":["PORT VESNA"],"imoNumber":["9187629"],"sanctions":[{"id":"x","schema":"Sanction","properties":{"startDate":["2023-01-01"],"program":["RUS-V"]}}]}}
not json
{"id":"NK-3","schema":"Company","properties":{}}
{"id":"a-1","schema":"Address","properties":{"full":["Somewhere"]}}
"""

SIMPLE = '''id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,first_seen,last_seen,last_change
NK-1,Person,Arkady Gromov,"Аркадий Громов;""Gromov; A.""",1968-01-02,ru,,,RUS,,,d,2022-04-08,2024-01-01,2024-01-01
NK-2,Vessel,PORT VESNA,,,,,IMO9187629,,,,d,,,
,Person,nobody,,,,,,,,,d,,,
'''

OFAC = {
    "sdn.csv": '36,"GROMOV, Arkady","individual","RUSSIA-EO14024] [UKRAINE-EO13661",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    "\"DOB 02 Jan 1968; nationality Russia; Passport AB12 (Russia); a.k.a. 'GROM'; f.k.a. 'OLD GROM'.\"\r\n"
    '37,"PORT VESNA","vessel","RUSSIA-EO14024",-0- ,"UB12","Tanker",-0- ,-0- ,"Russia",-0- ,"Vessel Registration Identification IMO 9187629; MMSI 273."\r\n'
    '38,"BROKEN,"individual"\r\n'
    '39,"VESNA SHIPPING",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a',
    "alt.csv": '36,1,"aka","GROMOW, Arkadi",-0- \r\n39,2,"fka","VESNA LINES",-0- \r\n99,3,"aka","NOBODY",-0- \r\n',
    "add.csv": '36,1,"Street 1","Moscow","Russia",-0- \r\n39,2,-0- ,-0- ,-0- ,-0- \r\n',
}

UN = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>MOHSEN</FIRST_NAME><SECOND_NAME>QARABAGHI</SECOND_NAME>
      <UN_LIST_TYPE>Iran</UN_LIST_TYPE><REFERENCE_NUMBER>IRi.900</REFERENCE_NUMBER><LISTED_ON>2006-12-23</LISTED_ON>
      <NATIONALITY><VALUE>Iran</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Umar</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Gharabaghi; M. Gharabaghi</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1957</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <NAME_ORIGINAL_SCRIPT>محسن قره‌باغی</NAME_ORIGINAL_SCRIPT></INDIVIDUAL>
    <INDIVIDUAL><DATAID>2</DATAID><FIRST_NAME>BROKEN</INDIVIDUAL>
    <INDIVIDUAL><DATAID>3</DATAID></INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES><ENTITY><DATAID>4</DATAID><FIRST_NAME>HEMMAT &amp; CO</FIRST_NAME><REFERENCE_NUMBER>IRe.900</REFERENCE_NUMBER>
    <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>HC</ALIAS_NAME></ENTITY_ALIAS></ENTITY></ENTITIES>
</CONSOLIDATED_LIST>
"""
