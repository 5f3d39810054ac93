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
/// `skeleton.tsv`: marks, clusters and distances of letters for the keys on which variants meet.
const unsigned char *stet_data_skeleton(size_t *length);
/// `letter-groups.tsv`: which letters follow which in names of a language; made by Glossaries/.make/letter_groups.py.
const unsigned char *stet_data_letter_groups(size_t *length);
/// `given-name-forms.tsv`: one given name in Ukrainian, Russian and Belarusian, and its other written forms.
const unsigned char *stet_data_given_name_forms(size_t *length);
/// `english-words.txt`: ordinary English words. This list and all .txt below: lower case, sorted by bytes, one a line after
/// comment lines that begin with #.
const unsigned char *stet_data_english_words(size_t *length);
/// `common-words.txt`: the commonest English words, the commonest first.
const unsigned char *stet_data_common_words(size_t *length);
/// `given-names.txt`: given names that English copy prints.
const unsigned char *stet_data_given_names(size_t *length);
/// `surnames.txt`: common family names of the United States.
const unsigned char *stet_data_surnames(size_t *length);
/// `proper-words.txt`: words that English dictionaries write with a capital.
const unsigned char *stet_data_proper_words(size_t *length);
/// `titles.txt`: titles, offices and the words they are made of.
const unsigned char *stet_data_titles(size_t *length);
/// `abbreviations.txt`: words that a full stop belongs to.
const unsigned char *stet_data_abbreviations(size_t *length);
/// `doubled-words.txt`: words that may stand twice in a row.
const unsigned char *stet_data_doubled_words(size_t *length);
/// `particles.txt`: prepositions and adverbs that may end a verb.
const unsigned char *stet_data_particles(size_t *length);
/// `particle-verbs.txt`: forms of the verbs they end.
const unsigned char *stet_data_particle_verbs(size_t *length);
/// `short-words.txt`: English words of one or two letters.
const unsigned char *stet_data_short_words(size_t *length);
/// `lookalikes.tsv`: Cyrillic and Greek letters with the Latin letter they look like.
const unsigned char *stet_data_lookalikes(size_t *length);
/// `function-words.txt`: words of grammar.
const unsigned char *stet_data_function_words(size_t *length);
/// `sentence-openers.txt`: words that open a sentence and are no names.
const unsigned char *stet_data_sentence_openers(size_t *length);
/// `stray-capitals.txt`: words of grammar that a capital never suits in mid-sentence.
const unsigned char *stet_data_stray_capitals(size_t *length);
/// `finite-verbs.txt`: verb forms that show a clause.
const unsigned char *stet_data_finite_verbs(size_t *length);
/// `short-forms.txt`: further words that a full stop belongs to.
const unsigned char *stet_data_short_forms(size_t *length);
/// `lower-case-names.txt`: names that keep a small first letter.
const unsigned char *stet_data_lower_case_names(size_t *length);
/// `regions.txt`: countries and regions.
const unsigned char *stet_data_regions(size_t *length);
/// `persons.txt`: kinds of people, in the plural.
const unsigned char *stet_data_persons(size_t *length);
/// `site-lines.txt`: lines of a site's machinery.
const unsigned char *stet_data_site_lines(size_t *length);
/// `speech-verbs.txt`: verbs of speaking, as attributions have them; a list like those.
const unsigned char *stet_data_speech_verbs(size_t *length);
/// `onsets.tsv`: how words begin in speech.
const unsigned char *stet_data_onsets(size_t *length);
/// `verb-bases.txt`: base forms of verbs that are neither nouns nor adjectives; a list like those.
const unsigned char *stet_data_verb_bases(size_t *length);
/// `verb-pasts.txt`: past forms of verbs that are no base forms.
const unsigned char *stet_data_verb_pasts(size_t *length);
/// `verb-pure-pasts.txt`: past forms of verbs whose participle is another.
const unsigned char *stet_data_verb_pure_pasts(size_t *length);
/// `verb-singulars.txt`: third-person forms of verbs that are no plurals of nouns.
const unsigned char *stet_data_verb_singulars(size_t *length);
/// `well-known-names.tsv`: names that news copy prints daily.
const unsigned char *stet_data_well_known_names(size_t *length);
/// `declensions.tsv`: how names of persons and places are declined in Ukrainian and Russian.
const unsigned char *stet_data_declensions(size_t *length);
/// `Glossaries/garble-en.yml`: the generic garble list.
const unsigned char *stet_data_garble_en(size_t *length);

#endif
