import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers.codepages import likeliest

SHORT = [
    "Noël",
    "forêt",
    "voilà",
    "Où est-il allé ?",
    "Il va à Paris.",
    "Élections : le Sénat reporte le débat",
    "« Nous garderons ce pont », a dit la maire.",
    "ÉLECTIONS MUNICIPALES À ORSE",
    "L’été où l’élève reçut l’œuvre, près du château",
    "À Orse, l'armée française s'est retirée dès août.",
    "The café’s owner said it was “closed”.",
    "It’s over – for now…",
    "“We shall keep it,” he said — twice.",
    "The price is £40, and it was 20° outside.",
]
ENCODINGS = ["cp1252", "latin-1", "iso-8859-15", "mac-roman", "cp850", "cp437"]
OTHERS = [
    ("cp1251", "Городской совет решил сохранить старый мост."),
    ("koi8-r", "Городской совет решил сохранить старый мост."),
    ("cp866", "Городской совет решил сохранить старый мост."),
    ("iso-8859-5", "Городской совет решил сохранить старый мост."),
    ("mac-cyrillic", "Городской совет решил сохранить старый мост."),
    ("cp1250", "Rada miasta postanowiła zachować stary most jeszcze przez rok, mimo sprzeciwu mieszkańców."),
    ("cp852", "Městská rada rozhodla zachovat starý most ještě jeden rok, i přes námitky lidí."),
    ("cp1253", "Το δημοτικό συμβούλιο αποφάσισε να διατηρήσει την παλιά γέφυρα."),
    ("cp1254", "Belediye meclisi eski köprüyü bir yıl daha açık tutmaya karar verdi; kış geldi."),
    ("cp1252", "Der Stadtrat beschloß, die alte Brücke zu öffnen."),
    ("cp1252", "El año pasado, la señora dijo: ¿qué pasó mañana?"),
]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", SHORT)
def test_a_few_words_of_french_and_english(encoding, text):
    data = text.encode(encoding, "ignore")
    if not data.isascii():
        assert data.decode(likeliest(data)) == data.decode(encoding)


@pytest.mark.parametrize(("encoding", "text"), OTHERS)
def test_a_few_words_of_other_languages(encoding, text):
    assert text.encode(encoding).decode(likeliest(text.encode(encoding))) == text


@given(st.lists(st.sampled_from(SHORT), min_size=2), st.sampled_from(ENCODINGS))
def test_sentences_come_back_from_every_western_encoding(sentences, encoding):
    data = " ".join(sentences).encode(encoding, "ignore")
    if not data.isascii():
        assert data.decode(likeliest(data)) == data.decode(encoding)


@pytest.mark.parametrize("data", [b"", b"Only ASCII.", bytes(range(128, 256)) * 4])
def test_no_words_have_no_encoding(data):
    assert likeliest(data) == ""


@given(st.binary())
def test_any_bytes_are_read_in_what_is_found(data):
    found = likeliest(data)
    assert found == "" or data.decode(found, "replace")
