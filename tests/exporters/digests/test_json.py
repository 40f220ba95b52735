"""A summary of several articles as JSON."""

import json as parser

from apostil.exporters.digests import json
from support import golden
from support.invented_digest import digest
from support.invented_notes import STAMP


def test_the_file_is_as_its_reference():
    golden.compare(json.write(digest(), STAMP).decode(), "digest.json")


def test_a_sentence_says_how_it_leans_and_whether_on_what_stands_above_it():
    groups = parser.loads(json.write(digest(), STAMP))["groups"]
    told = [one["leaning"] for group in groups for one in group["sentences"]]
    assert told[0] is None
    assert [(one["how"], one["above"]) for one in told[1:]] == [("answer", True), ("quotation", False)]


def test_offsets_lead_to_the_words():
    asked = digest()
    record = parser.loads(json.write(asked, STAMP))
    for group in record["groups"]:
        for one in group["sentences"]:
            assert asked.voices[one["article"]].article.text[one["start"] : one["end"]] == one["quotation"]
