"""What a person says of names: how it is asked, counted, made and listed, and handed round as a glossary."""
