#define _XOPEN_SOURCE 700
#include "CTerminal.h"

#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int is_unicode;

static int is_set(const char *name) {
  const char *value = getenv(name);
  return value && *value;
}

// Only LC_CTYPE: a decimal comma in LC_NUMERIC would reach every C library in the process.
static void set_locale(void) {
  // Nothing set at all (containers, bare ssh) says nothing about the terminal, and a locale that is
  // named but not installed must not cost the glyphs. macOS calls C.UTF-8 plain UTF-8.
  int is_named = is_set("LC_ALL") || is_set("LC_CTYPE") || is_set("LANG");
  if (!(is_named && setlocale(LC_CTYPE, "")) && !setlocale(LC_CTYPE, "C.UTF-8") &&
      !setlocale(LC_CTYPE, "UTF-8"))
    setlocale(LC_CTYPE, "C");
  is_unicode = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int kap_locale_is_unicode(void) {
  pthread_once(&once, set_locale);
  return is_unicode;
}

int kap_locale_width(uint32_t scalar) {
  pthread_once(&once, set_locale);
  return wcwidth((wchar_t)scalar);
}
