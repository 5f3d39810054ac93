// Data compiled into the binary. Each function gives the first byte of a file and its length in bytes; the bytes live as
// long as the process.
#ifndef STET_CSTETDATA_H
#define STET_CSTETDATA_H

#include <stddef.h>

/// `characters.bin`: properties and folds of Unicode scalars, made from ICU; layout in StetICU/CharacterTable.swift.
const unsigned char *stet_data_characters(size_t *length);
/// `romanization.tsv`: the letter tables of the romanization systems.
const unsigned char *stet_data_romanization(size_t *length);
/// `icu-systems.tsv`: the romanization systems that ICU brings itself.
const unsigned char *stet_data_icu_systems(size_t *length);
/// `english-words.txt`: ordinary English words. This list and the next two: lower case, sorted by bytes, one a line after
/// comment lines that begin with #.
const unsigned char *stet_data_english_words(size_t *length);
/// `given-names.txt`: given names that English copy prints.
const unsigned char *stet_data_given_names(size_t *length);
/// `titles.txt`: titles, offices and the words they are made of.
const unsigned char *stet_data_titles(size_t *length);
/// `declensions.tsv`: how names of persons and places are declined in Ukrainian and Russian.
const unsigned char *stet_data_declensions(size_t *length);
/// `Glossaries/garble-en.yml`: the generic garble list.
const unsigned char *stet_data_garble_en(size_t *length);

#endif
