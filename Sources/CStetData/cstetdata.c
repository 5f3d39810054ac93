#include "cstetdata.h"

// The function that gives a file's bytes.
#define STET_DATA(name)                                      \
  const unsigned char *stet_data_##name(size_t *length) { \
    *length = sizeof name;                                  \
    return name;                                            \
  }

static const unsigned char abbreviations[] = {
#embed "abbreviations.txt"
};
STET_DATA(abbreviations)

static const unsigned char characters[] = {
#embed "characters.bin"
};
STET_DATA(characters)

static const unsigned char common_words[] = {
#embed "common-words.txt"
};
STET_DATA(common_words)

static const unsigned char declensions[] = {
#embed "declensions.tsv"
};
STET_DATA(declensions)

static const unsigned char doubled_words[] = {
#embed "doubled-words.txt"
};
STET_DATA(doubled_words)

static const unsigned char english_words[] = {
#embed "english-words.txt"
};
STET_DATA(english_words)

static const unsigned char finite_verbs[] = {
#embed "finite-verbs.txt"
};
STET_DATA(finite_verbs)

static const unsigned char function_words[] = {
#embed "function-words.txt"
};
STET_DATA(function_words)

static const unsigned char garble_en[] = {
#embed "../../Glossaries/garble-en.yml"
};
STET_DATA(garble_en)

static const unsigned char given_name_forms[] = {
#embed "given-name-forms.tsv"
};
STET_DATA(given_name_forms)

static const unsigned char given_names[] = {
#embed "given-names.txt"
};
STET_DATA(given_names)

static const unsigned char icu_systems[] = {
#embed "icu-systems.tsv"
};
STET_DATA(icu_systems)

static const unsigned char letter_groups[] = {
#embed "letter-groups.tsv"
};
STET_DATA(letter_groups)

static const unsigned char lookalikes[] = {
#embed "lookalikes.tsv"
};
STET_DATA(lookalikes)

static const unsigned char lower_case_names[] = {
#embed "lower-case-names.txt"
};
STET_DATA(lower_case_names)

static const unsigned char onsets[] = {
#embed "onsets.tsv"
};
STET_DATA(onsets)

static const unsigned char particle_verbs[] = {
#embed "particle-verbs.txt"
};
STET_DATA(particle_verbs)

static const unsigned char particles[] = {
#embed "particles.txt"
};
STET_DATA(particles)

static const unsigned char persons[] = {
#embed "persons.txt"
};
STET_DATA(persons)

static const unsigned char proper_words[] = {
#embed "proper-words.txt"
};
STET_DATA(proper_words)

static const unsigned char regions[] = {
#embed "regions.txt"
};
STET_DATA(regions)

static const unsigned char romanization[] = {
#embed "romanization.tsv"
};
STET_DATA(romanization)

static const unsigned char sentence_openers[] = {
#embed "sentence-openers.txt"
};
STET_DATA(sentence_openers)

static const unsigned char short_forms[] = {
#embed "short-forms.txt"
};
STET_DATA(short_forms)

static const unsigned char short_words[] = {
#embed "short-words.txt"
};
STET_DATA(short_words)

static const unsigned char site_lines[] = {
#embed "site-lines.txt"
};
STET_DATA(site_lines)

static const unsigned char skeleton[] = {
#embed "skeleton.tsv"
};
STET_DATA(skeleton)

static const unsigned char speech_verbs[] = {
#embed "speech-verbs.txt"
};
STET_DATA(speech_verbs)

static const unsigned char stray_capitals[] = {
#embed "stray-capitals.txt"
};
STET_DATA(stray_capitals)

static const unsigned char surnames[] = {
#embed "surnames.txt"
};
STET_DATA(surnames)

static const unsigned char titles[] = {
#embed "titles.txt"
};
STET_DATA(titles)

static const unsigned char verb_bases[] = {
#embed "verb-bases.txt"
};
STET_DATA(verb_bases)

static const unsigned char verb_pasts[] = {
#embed "verb-pasts.txt"
};
STET_DATA(verb_pasts)

static const unsigned char verb_pure_pasts[] = {
#embed "verb-pure-pasts.txt"
};
STET_DATA(verb_pure_pasts)

static const unsigned char verb_singulars[] = {
#embed "verb-singulars.txt"
};
STET_DATA(verb_singulars)

static const unsigned char well_known_names[] = {
#embed "well-known-names.tsv"
};
STET_DATA(well_known_names)
