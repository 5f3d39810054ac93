// Data compiled into the binary. Each function gives the first byte of a file and its length in bytes; the bytes live as
// long as the process.
#ifndef STET_CSTETDATA_H
#define STET_CSTETDATA_H

#include <stddef.h>

/// `characters.bin`: properties and folds of Unicode scalars, made from ICU; layout in StetICU/CharacterTable.swift.
const unsigned char *stet_data_characters(size_t *length);
/// `romanization.tsv`: the letter tables of the romanization systems.
const unsigned char *stet_data_romanization(size_t *length);
/// `Glossaries/garble-en.yml`: the generic garble list.
const unsigned char *stet_data_garble_en(size_t *length);

#endif
