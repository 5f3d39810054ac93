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
static const unsigned char declensions[] = {
#embed "declensions.tsv"
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

const unsigned char *stet_data_declensions(size_t *length) {
  *length = sizeof declensions;
  return declensions;
}
