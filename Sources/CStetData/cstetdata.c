#include "cstetdata.h"

static const unsigned char characters[] = {
#embed "characters.bin"
};
static const unsigned char romanization[] = {
#embed "romanization.tsv"
};
static const unsigned char icu_systems[] = {
#embed "icu-systems.tsv"
};
static const unsigned char english_words[] = {
#embed "english-words.txt"
};
static const unsigned char given_names[] = {
#embed "given-names.txt"
};
static const unsigned char titles[] = {
#embed "titles.txt"
};
static const unsigned char abbreviations[] = {
#embed "abbreviations.txt"
};
static const unsigned char doubled_words[] = {
#embed "doubled-words.txt"
};
static const unsigned char particles[] = {
#embed "particles.txt"
};
static const unsigned char particle_verbs[] = {
#embed "particle-verbs.txt"
};
static const unsigned char short_words[] = {
#embed "short-words.txt"
};
static const unsigned char lookalikes[] = {
#embed "lookalikes.tsv"
};
static const unsigned char surnames[] = {
#embed "surnames.txt"
};
static const unsigned char skeleton[] = {
#embed "skeleton.tsv"
};
static const unsigned char given_name_forms[] = {
#embed "given-name-forms.tsv"
};
static const unsigned char function_words[] = {
#embed "function-words.txt"
};
static const unsigned char sentence_openers[] = {
#embed "sentence-openers.txt"
};
static const unsigned char stray_capitals[] = {
#embed "stray-capitals.txt"
};
static const unsigned char finite_verbs[] = {
#embed "finite-verbs.txt"
};
static const unsigned char short_forms[] = {
#embed "short-forms.txt"
};
static const unsigned char lower_case_names[] = {
#embed "lower-case-names.txt"
};
static const unsigned char regions[] = {
#embed "regions.txt"
};
static const unsigned char garble_en[] = {
#embed "../../Glossaries/garble-en.yml"
};

const unsigned char *stet_data_characters(size_t *length) {
  *length = sizeof characters;
  return characters;
}

const unsigned char *stet_data_romanization(size_t *length) {
  *length = sizeof romanization;
  return romanization;
}

const unsigned char *stet_data_garble_en(size_t *length) {
  *length = sizeof garble_en;
  return garble_en;
}

const unsigned char *stet_data_icu_systems(size_t *length) {
  *length = sizeof icu_systems;
  return icu_systems;
}

const unsigned char *stet_data_english_words(size_t *length) {
  *length = sizeof english_words;
  return english_words;
}

const unsigned char *stet_data_given_names(size_t *length) {
  *length = sizeof given_names;
  return given_names;
}

const unsigned char *stet_data_titles(size_t *length) {
  *length = sizeof titles;
  return titles;
}

const unsigned char *stet_data_abbreviations(size_t *length) {
  *length = sizeof abbreviations;
  return abbreviations;
}

const unsigned char *stet_data_doubled_words(size_t *length) {
  *length = sizeof doubled_words;
  return doubled_words;
}

const unsigned char *stet_data_particles(size_t *length) {
  *length = sizeof particles;
  return particles;
}

const unsigned char *stet_data_particle_verbs(size_t *length) {
  *length = sizeof particle_verbs;
  return particle_verbs;
}

const unsigned char *stet_data_short_words(size_t *length) {
  *length = sizeof short_words;
  return short_words;
}

const unsigned char *stet_data_lookalikes(size_t *length) {
  *length = sizeof lookalikes;
  return lookalikes;
}

const unsigned char *stet_data_surnames(size_t *length) {
  *length = sizeof surnames;
  return surnames;
}

const unsigned char *stet_data_skeleton(size_t *length) {
  *length = sizeof skeleton;
  return skeleton;
}

const unsigned char *stet_data_given_name_forms(size_t *length) {
  *length = sizeof given_name_forms;
  return given_name_forms;
}

const unsigned char *stet_data_function_words(size_t *length) {
  *length = sizeof function_words;
  return function_words;
}

const unsigned char *stet_data_sentence_openers(size_t *length) {
  *length = sizeof sentence_openers;
  return sentence_openers;
}

const unsigned char *stet_data_stray_capitals(size_t *length) {
  *length = sizeof stray_capitals;
  return stray_capitals;
}

const unsigned char *stet_data_finite_verbs(size_t *length) {
  *length = sizeof finite_verbs;
  return finite_verbs;
}

const unsigned char *stet_data_short_forms(size_t *length) {
  *length = sizeof short_forms;
  return short_forms;
}

const unsigned char *stet_data_lower_case_names(size_t *length) {
  *length = sizeof lower_case_names;
  return lower_case_names;
}

const unsigned char *stet_data_regions(size_t *length) {
  *length = sizeof regions;
  return regions;
}
