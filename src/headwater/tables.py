"""Short tables that several stages share: months, weekdays, titles, hedges; imports nothing of ours."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
MONTH = "|".join(sorted(MONTHS, key=lambda m: (-len(m), m)))
WEEKDAY = "|".join(w for w in WEEKDAYS if len(w) > 5)

HONORIFICS = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof", "professor", "rev", "hon", "judge", "justice"])
TITLES = frozenset(
    [
        *("president", "premier", "chancellor", "minister", "secretary", "senator", "governor", "mayor", "ambassador", "envoy", "king", "queen"),
        *("prince", "princess", "general", "colonel", "major", "captain", "lieutenant", "sergeant", "admiral", "commander", "chief", "director"),
        *("chairman", "chairwoman", "chair", "head", "leader", "spokesman", "spokeswoman", "spokesperson", "officer", "inspector", "attorney"),
        *("prosecutor", "lawyer", "analyst", "expert", "economist", "correspondent", "reporter", "professor", "doctor", "bishop", "pope"),
        *("representative", "congressman", "congresswoman", "deputy", "vice", "prime", "foreign", "defence", "defense", "interior", "former"),
        *("father", "mother", "brother", "sister", "husband", "wife", "son", "daughter", "ceo", "warlord", "activist", "commissioner", "superintendent", "brigadier", "marshal", "sheriff", "coach", "manager"),
    ]
)
STOPWORDS = frozenset(
    [
        *("a", "an", "the", "and", "or", "but", "if", "of", "in", "on", "at", "to", "by", "for", "from", "with", "as", "into", "over", "after"),
        *("before", "about", "than", "then", "that", "this", "these", "those", "it", "its", "he", "she", "his", "her", "they", "them", "their"),
        *("we", "our", "us", "you", "your", "i", "my", "me", "who", "whom", "which", "what", "when", "where", "while", "is", "are", "was"),
        *("were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "will", "would", "could", "should", "may", "might", "can"),
        *("not", "no", "also", "there", "so", "such", "more", "most", "some", "any", "all", "one", "up", "out", "under", "during", "between"),
        *("said", "says", "say", "according", "s", "t", "mr", "mrs", "ms", "just", "only", "other", "new", "year", "years", "had", "him"),
    ]
)

DEMONYMS = {
    word: country
    for country, forms in (
        ("us", "american americans usa u.s u.s. us"),
        ("uk", "british britons britain u.k u.k. uk"),
        *(
            (forms.split()[0], forms)
            for forms in (
                "russia russian russians;ukraine ukrainian ukrainians;china chinese;france french;germany german germans;israel israeli israelis;iran iranian iranians;"
                "iraq iraqi iraqis;syria syrian syrians;libya libyan libyans;egypt egyptian egyptians;turkey turkish turks;lebanon lebanese;jordan jordanian;palestine palestinian palestinians;"
                "yemen yemeni yemenis;qatar qatari;kuwait kuwaiti;oman omani;bahrain bahraini;algeria algerian;tunisia tunisian;morocco moroccan;sudan sudanese;ethiopia ethiopian;"
                "somalia somali;kenya kenyan;nigeria nigerian nigerians;ghana ghanaian;mali malian;niger nigerien;chad chadian;uganda ugandan;rwanda rwandan;congo congolese;angola angolan;"
                "zimbabwe zimbabwean;india indian indians;pakistan pakistani pakistanis;afghanistan afghan afghans;bangladesh bangladeshi;nepal nepali nepalese;japan japanese;korea korean koreans;"
                "vietnam vietnamese;thailand thai;malaysia malaysian;indonesia indonesian;philippines filipino philippine;australia australian australians;canada canadian canadians;mexico mexican;"
                "brazil brazilian;argentina argentine;chile chilean;colombia colombian;venezuela venezuelan;peru peruvian;cuba cuban;haiti haitian;spain spanish;portugal portuguese;italy italian;"
                "greece greek;poland polish;hungary hungarian;romania romanian;bulgaria bulgarian;serbia serbian serb;croatia croatian;bosnia bosnian;albania albanian;kosovo kosovar;austria austrian;"
                "switzerland swiss;belgium belgian;netherlands dutch;sweden swedish;norway norwegian;finland finnish;denmark danish;iceland icelandic;ireland irish;estonia estonian;latvia latvian;"
                "lithuania lithuanian;belarus belarusian;moldova moldovan;georgia georgian;armenia armenian;azerbaijan azerbaijani;kazakhstan kazakh;uzbekistan uzbek;taiwan taiwanese;myanmar burmese;"
                "sri-lanka lankan;cyprus cypriot;malta maltese;slovakia slovak;slovenia slovenian;czechia czech;eritrea eritrean;senegal senegalese;cameroon cameroonian;mozambique mozambican"
            ).split(";")
        ),
    )
    for word in forms.split()
}
# words of bodies that stand for one another when they are one country's or town's
BODY_WORDS = {"army": "military", "forces": "military", "troops": "military", "armed": "military", "defense": "defence", "govt": "government", "cops": "police", "force": "police"}
