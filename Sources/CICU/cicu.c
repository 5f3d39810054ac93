#include "cicu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>

const char *stet_icu_error_name(int32_t status) {
  const char *name = u_errorName((UErrorCode)status);
  return name ? name : "unknown";
}

const char *stet_icu_version(void) { return U_ICU_VERSION; }

// ICU's own handle types are used under our opaque names; these casts are the only place that knows it.

stet_transliterator *stet_transliterator_open_rules(
    const uint16_t *rules, int32_t length, int32_t *error_offset, int32_t *status) {
  static const UChar id[] = {'S', 't', 'e', 't', 0};
  UParseError parse = {.line = 0, .offset = -1};
  UErrorCode code = U_ZERO_ERROR;
  UTransliterator *handle = utrans_openU(id, 4, UTRANS_FORWARD, (const UChar *)rules, length, &parse, &code);
  *error_offset = parse.offset;
  *status = code;
  return (stet_transliterator *)handle;
}

stet_transliterator *stet_transliterator_open_id(const uint16_t *id, int32_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UTransliterator *handle = utrans_openU((const UChar *)id, length, UTRANS_FORWARD, NULL, 0, NULL, &code);
  *status = code;
  return (stet_transliterator *)handle;
}

void stet_transliterator_close(stet_transliterator *handle) { utrans_close((UTransliterator *)handle); }

int32_t stet_transliterate(
    const stet_transliterator *handle, uint16_t *text, int32_t length, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t limit = length;
  utrans_transUChars((const UTransliterator *)handle, (UChar *)text, &length, capacity, 0, &limit, &code);
  *status = code == U_STRING_NOT_TERMINATED_WARNING ? U_ZERO_ERROR : code;
  return length;
}

int32_t stet_normalize(
    int32_t form, const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = form == STET_NFC    ? unorm2_getNFCInstance(&code)
                                   : form == STET_NFD  ? unorm2_getNFDInstance(&code)
                                   : form == STET_NFKC ? unorm2_getNFKCInstance(&code)
                                                       : unorm2_getNFKDInstance(&code);
  int32_t written =
      U_FAILURE(code) ? 0
                      : unorm2_normalize(normalizer, (const UChar *)text, length, (UChar *)result, capacity, &code);
  *status = code;
  return written;
}

int32_t stet_fold_case(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t written = u_strFoldCase((UChar *)result, capacity, (const UChar *)text, length, U_FOLD_CASE_DEFAULT, &code);
  *status = code;
  return written;
}

int32_t stet_upper(
    const uint16_t *text, int32_t length, const char *locale, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t written = u_strToUpper((UChar *)result, capacity, (const UChar *)text, length, locale, &code);
  *status = code;
  return written;
}

int32_t stet_lower(
    const uint16_t *text, int32_t length, const char *locale, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t written = u_strToLower((UChar *)result, capacity, (const UChar *)text, length, locale, &code);
  *status = code;
  return written;
}

int32_t stet_category(uint32_t scalar) { return u_charType((UChar32)scalar); }

uint32_t stet_script(uint32_t scalar) {
  UErrorCode code = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript((UChar32)scalar, &code);
  const char *name = U_FAILURE(code) ? NULL : uscript_getShortName(script);
  if (!name || strlen(name) != 4) return 0;
  return (uint32_t)name[0] << 24 | (uint32_t)name[1] << 16 | (uint32_t)name[2] << 8 | (uint32_t)name[3];
}

int32_t stet_east_asian_width(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_EAST_ASIAN_WIDTH);
}

bool stet_is_emoji_presentation(uint32_t scalar) {
  return u_hasBinaryProperty((UChar32)scalar, UCHAR_EMOJI_PRESENTATION);
}

bool stet_is_default_ignorable(uint32_t scalar) {
  return u_hasBinaryProperty((UChar32)scalar, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

int32_t stet_language_name(const char *code, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t written = uloc_getDisplayLanguage(code, "en", (UChar *)result, capacity, &error);
  *status = error;
  return written;
}

struct stet_break_iterator {
  UBreakIterator *iterator;
  UText *text;
};

stet_break_iterator *stet_break_open(int32_t kind, const char *locale, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  stet_break_iterator *handle = calloc(1, sizeof *handle);
  if (!handle) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  handle->iterator = ubrk_open((UBreakIteratorType)kind, locale, NULL, 0, &code);
  *status = code;
  if (U_FAILURE(code)) {
    free(handle);
    return NULL;
  }
  return handle;
}

void stet_break_close(stet_break_iterator *handle) {
  if (!handle) return;
  ubrk_close(handle->iterator);
  utext_close(handle->text);
  free(handle);
}

void stet_break_set_text(stet_break_iterator *handle, const char *text, int64_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  handle->text = utext_openUTF8(handle->text, text, length, &code);
  if (U_SUCCESS(code)) ubrk_setUText(handle->iterator, handle->text, &code);
  *status = code;
}

int32_t stet_break_next(stet_break_iterator *handle) { return ubrk_next(handle->iterator); }

stet_converter *stet_converter_open(const char *name, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UConverter *handle = ucnv_open(name, &code);
  if (U_SUCCESS(code)) ucnv_setToUCallBack(handle, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
  if (U_SUCCESS(code)) ucnv_setFromUCallBack(handle, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
  *status = code;
  if (U_FAILURE(code)) {
    ucnv_close(handle);
    return NULL;
  }
  return (stet_converter *)handle;
}

void stet_converter_close(stet_converter *handle) { ucnv_close((UConverter *)handle); }

const char *stet_converter_name(const stet_converter *handle, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const char *name = ucnv_getName((const UConverter *)handle, &code);
  *status = code;
  return U_FAILURE(code) ? NULL : name;
}

int32_t stet_converter_decode(
    stet_converter *handle, const char *bytes, int32_t length, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t written = ucnv_toUChars((UConverter *)handle, (UChar *)result, capacity, bytes, length, &code);
  *status = code == U_STRING_NOT_TERMINATED_WARNING ? U_ZERO_ERROR : code;
  return written;
}

int32_t stet_converter_encode(
    stet_converter *handle, const uint16_t *text, int32_t length, char *result, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t written = ucnv_fromUChars((UConverter *)handle, result, capacity, (const UChar *)text, length, &code);
  *status = code == U_STRING_NOT_TERMINATED_WARNING ? U_ZERO_ERROR : code;
  return written;
}

int32_t stet_detect_charsets(
    const char *bytes, int32_t length, char (*names)[32], int32_t *confidences, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t written = 0;
  UCharsetDetector *detector = ucsdet_open(&code);
  if (U_SUCCESS(code)) ucsdet_setText(detector, bytes, length, &code);
  int32_t found = 0;
  const UCharsetMatch **matches = U_SUCCESS(code) ? ucsdet_detectAll(detector, &found, &code) : NULL;
  for (int32_t i = 0; U_SUCCESS(code) && i < found && written < capacity; i++) {
    const char *name = ucsdet_getName(matches[i], &code);
    int32_t confidence = ucsdet_getConfidence(matches[i], &code);
    if (U_FAILURE(code) || strlen(name) >= 32) continue;
    strcpy(names[written], name);
    confidences[written++] = confidence;
  }
  ucsdet_close(detector);
  *status = code;
  return written;
}

stet_spoof *stet_spoof_open(int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  USpoofChecker *handle = uspoof_open(&code);
  if (U_SUCCESS(code)) uspoof_setRestrictionLevel(handle, USPOOF_HIGHLY_RESTRICTIVE);
  if (U_SUCCESS(code)) uspoof_setChecks(handle, USPOOF_RESTRICTION_LEVEL, &code);
  *status = code;
  return (stet_spoof *)handle;
}

void stet_spoof_close(stet_spoof *handle) { uspoof_close((USpoofChecker *)handle); }

bool stet_spoof_mixes_scripts(const stet_spoof *handle, const char *text, int32_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t result = uspoof_check2UTF8((const USpoofChecker *)handle, text, length, NULL, &code);
  *status = code;
  return U_SUCCESS(code) && (result & USPOOF_RESTRICTION_LEVEL) != 0;
}

int32_t stet_spoof_skeleton(
    const stet_spoof *handle, const char *text, int32_t length, char *result, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t written =
      uspoof_getSkeletonUTF8((const USpoofChecker *)handle, 0, text, length, result, capacity, &code);
  *status = code == U_STRING_NOT_TERMINATED_WARNING ? U_ZERO_ERROR : code;
  return written;
}
