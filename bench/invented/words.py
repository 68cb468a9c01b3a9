"""Invented names and templates: the only words that an invented story is made of."""

TOWNS = (
    "Ostmark", "Dunmarrow", "Halvoria", "Stellhaven", "Orvane", "Brackwater", "Tollenfirth", "Marisk", "Pellworth", "Ashgrave", "Kestrelby",
    "Varnholt", "Eldermouth", "Quillstad", "Sorrenby", "Thornwick",
)  # fmt: skip
PAPERS = ("Herald", "Post", "Courier", "Gazette", "Tribune", "Chronicle", "Times", "Observer", "Journal", "Daily News")
GIVEN = ("Mara", "Petra", "Olaf", "Ivan", "Anna", "Jonas", "Elena", "Thomas", "Nadia", "Viktor", "Laura", "Peter")
SURNAMES = (
    "Velden", "Oskarsen", "Tarrow", "Kesslin", "Morvay", "Dunsted", "Ferrow", "Sandek", "Ostrova", "Brannick", "Holmgard", "Pellier",
    "Tervane", "Lundqvar",
)  # fmt: skip
ROLES = ("a fisherman", "a lorry driver", "a nurse", "a shopkeeper", "a teacher", "an engineer", "a farmer")
BODIES = (
    "the {place} fire service",
    "the {place} police",
    "the {place} transport ministry",
    "the {place} Road Board",
    "the {place} health ministry",
)
UNNAMED = ("two officials", "three people familiar with the matter", "a senior official", "two security officials")
THINGS = ("bridge", "dam", "warehouse", "ferry terminal", "railway station", "cement works", "power station", "grain store")
NUMBERS = ("four", "six", "seven", "nine", "eleven", "twelve", "fourteen", "sixteen")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

FACTS = (
    (
        "{n} people were killed in the collapse of the {thing} at {town}",
        "the {thing} collapse in {town} killed {n} people",
        "in {town}, a collapse of the old {thing} killed {n} people",
        "{town}'s {thing} collapsed and killed {n} people",
        "{n} people died in the collapse of {town}'s {thing}",
    ),
    (
        "{n} workers were arrested over the fire at the {thing} in {town}",
        "the {thing} fire in {town} led to the arrest of {n} workers",
        "in {town}, {n} workers were arrested for the {thing} fire",
        "police arrested {n} workers after {town}'s {thing} fire",
        "{n} workers have been arrested since a fire broke out in the {town} {thing}",
    ),
    (
        "{n} soldiers were wounded by the explosion at the {thing} near {town}",
        "an explosion in the {town} {thing} wounded {n} soldiers",
        "the {thing} explosion near {town} left {n} soldiers wounded",
        "near {town}, {n} soldiers were wounded in the {thing} explosion",
        "{n} wounded soldiers were counted after {town}'s {thing} explosion",
    ),
    (
        "{n} children were rescued from the flooded {thing} at {town}",
        "rescuers brought {n} children out of the flooded {town} {thing}",
        "in {town}, {n} children were rescued from a flooded {thing}",
        "the rescue of {n} children from {town}'s flooded {thing} took the whole night",
        "{town}'s flooded {thing} was searched and {n} children were rescued",
    ),
)
"""Facts, each in wordings that share no long run of words: two who say the same do not say it in the same words."""

PERSON = ("{fact}, {name}, {role}, said on {day}.", "{name}, {role}, said that {low}.", "According to {name}, {role}, {low}.")
BODY = ("{fact}, {body} said on {day}.", "According to {body}, {low}.", "{fact}, {body} said in a statement.")
SPEAKER = ("{fact}, {name}, a spokeswoman for {body}, said on {day}.", "{name}, a spokeswoman for {body}, said that {low}.")
GROUP = ("{fact}, {group} said on {day}.", "{fact}, according to {group}.", "{fact}, {group} said on condition of anonymity.")
OWN = ("{fact}.", "{fact} on {day}.")
SEEN = ("{fact}, as a {outlet} reporter saw at the scene.", "{fact}, as our reporter saw on {day}.")
RELAY = ("{fact}, the {other} reported.", "{fact}, according to the {other}.", "The {other} reported on {day} that {low}.")
TOLD = ("{fact}, {name}, {role}, told the {other}.", "{name}, {role}, told the {other} that {low}.")
GROUP_TOLD = ("{fact}, {group} told the {other}.", "{fact}, {group} told the {other} on {day}.")
CONFIRMED = ("{fact}, the {other} confirmed.", "{fact}, the {other} also reported.")

FILLERS = (
    "Shops in the streets around the market stayed closed through the afternoon.",
    "The road to the coast will be shut until the end of the week.",
    "Buses were sent along the old mountain pass instead.",
    "Snow is expected in the hills over the coming days.",
    "The town has about nine thousand inhabitants and one secondary school.",
    "A football match planned for the evening was put off.",
    "Work on a new harbour wall began three years ago.",
    "The last large fair in the region drew visitors from five provinces.",
    "Many families in the valley live from fruit and timber.",
    "The council had voted on its yearly budget only last week.",
    "Electricity was back in most houses by nightfall.",
    "Trains on the northern line ran with long delays.",
    "A museum of river boats opened there in the spring.",
    "Volunteers handed out blankets and hot soup in the gymnasium.",
    "The market square was crowded with people until late.",
    "Two neighbouring villages offered rooms for the night.",
    "The next elections in the province are due in the autumn.",
    "Prices of building timber have risen sharply this year.",
    "The old quarter was rebuilt after a great fire a century ago.",
    "Fishing boats stayed in the harbour because of strong wind.",
)
COMMON = "The {thing} in {town} was built forty years ago and repaired twice."
