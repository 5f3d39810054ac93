#include "cstetdata.h"

static const unsigned char characters[] = {
#embed "characters.bin"
};
static const unsigned char romanization[] = {
#embed "romanization.tsv"
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
