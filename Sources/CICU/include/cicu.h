// The few ICU calls Stet needs, behind opaque types and plain integers.
//
// No ICU header is included here: the Swift toolchain's Foundation carries ICU headers of its own, and two versions of
// one type in one Swift module do not compile. Every `status` is ICU's UErrorCode: above zero is a failure.
// Text is UTF-16 unless a name says utf8. Lengths and offsets count code units. A result longer than `capacity` sets
// U_BUFFER_OVERFLOW_ERROR (15) and returns the length needed.
#ifndef STET_CICU_H
#define STET_CICU_H

#include <stdbool.h>
#include <stdint.h>

typedef struct stet_transliterator stet_transliterator;
typedef struct stet_break_iterator stet_break_iterator;
typedef struct stet_converter stet_converter;
typedef struct stet_spoof stet_spoof;

/// ICU's name for a status, such as "U_ILLEGAL_ARGUMENT_ERROR"; never null.
const char *stet_icu_error_name(int32_t status);
/// The version of the ICU library in this process, such as "72.1".
const char *stet_icu_version(void);

// Transliteration (utrans.h).
stet_transliterator *stet_transliterator_open_rules(
  const uint16_t *rules, int32_t length, int32_t *error_offset, int32_t *status);
stet_transliterator *stet_transliterator_open_id(const uint16_t *id, int32_t length, int32_t *status);
void stet_transliterator_close(stet_transliterator *handle);
/// Transliterates `text` in place; returns the new length.
int32_t stet_transliterate(
  const stet_transliterator *handle, uint16_t *text, int32_t length, int32_t capacity, int32_t *status);

// Normalisation and case (unorm2.h, ustring.h).
enum { STET_NFC = 0, STET_NFD = 1, STET_NFKC = 2, STET_NFKD = 3 };
int32_t stet_normalize(
  int32_t form, const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity, int32_t *status);
int32_t stet_fold_case(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity, int32_t *status);
int32_t stet_upper(
  const uint16_t *text, int32_t length, const char *locale, uint16_t *result, int32_t capacity, int32_t *status);
int32_t stet_lower(
  const uint16_t *text, int32_t length, const char *locale, uint16_t *result, int32_t capacity, int32_t *status);

// Properties of one code point (uchar.h, uscript.h).
/// The general category, ICU's UCharCategory.
int32_t stet_category(uint32_t scalar);
/// ISO 15924 code of the script as four ASCII bytes in one integer ('Latn' = 0x4C61746E); 0 on failure.
uint32_t stet_script(uint32_t scalar);
/// East Asian width, ICU's UEastAsianWidth: 3 is full width, 5 is wide.
int32_t stet_east_asian_width(uint32_t scalar);
bool stet_is_emoji_presentation(uint32_t scalar);
bool stet_is_default_ignorable(uint32_t scalar);

// Names of languages (uloc.h).
/// The English name of a language ("uk": "Ukrainian"); returns its length.
int32_t stet_language_name(const char *code, uint16_t *result, int32_t capacity, int32_t *status);

// Boundaries (ubrk.h), over UTF-8; offsets are bytes.
enum { STET_BREAK_CHARACTER = 0, STET_BREAK_WORD = 1, STET_BREAK_LINE = 2, STET_BREAK_SENTENCE = 3 };
stet_break_iterator *stet_break_open(int32_t kind, const char *locale, int32_t *status);
void stet_break_close(stet_break_iterator *handle);
/// Sets the text; `text` must stay alive and unmoved until the last `stet_break_next`.
void stet_break_set_text(stet_break_iterator *handle, const char *text, int64_t length, int32_t *status);
/// The next boundary, or -1 at the end.
int32_t stet_break_next(stet_break_iterator *handle);

// Charsets (ucnv.h, ucsdet.h).
stet_converter *stet_converter_open(const char *name, int32_t *status);
void stet_converter_close(stet_converter *handle);
/// ICU's canonical name of the converter; null on failure.
const char *stet_converter_name(const stet_converter *handle, int32_t *status);
/// Bytes to UTF-16. Stops with U_INVALID_CHAR_FOUND or U_ILLEGAL_CHAR_FOUND at the first byte that has no meaning.
int32_t stet_converter_decode(
  stet_converter *handle, const char *bytes, int32_t length, uint16_t *result, int32_t capacity, int32_t *status);
/// UTF-16 to bytes. Stops with U_INVALID_CHAR_FOUND at the first character the charset lacks.
int32_t stet_converter_encode(
  stet_converter *handle, const uint16_t *text, int32_t length, char *result, int32_t capacity, int32_t *status);
/// Guesses the charset: writes up to `capacity` names (static strings) and confidences (0 to 100), best first; returns how many.
int32_t stet_detect_charsets(
  const char *bytes, int32_t length, char (*names)[32], int32_t *confidences, int32_t capacity, int32_t *status);

// Confusables (uspoof.h).
stet_spoof *stet_spoof_open(int32_t *status);
void stet_spoof_close(stet_spoof *handle);
/// True when the UTF-8 text mixes scripts in a way that no language does (single-script confusables excluded).
bool stet_spoof_mixes_scripts(const stet_spoof *handle, const char *text, int32_t length, int32_t *status);
/// The confusability skeleton of UTF-8 text, in UTF-8; returns its length.
int32_t stet_spoof_skeleton(
  const stet_spoof *handle, const char *text, int32_t length, char *result, int32_t capacity, int32_t *status);

#endif
