#include "CTerminal.h"

#include <string.h>

// term.h defines hundreds of lower-case macros: it is included here alone, and last.
#include <curses.h>
#include <term.h>

static TERMINAL *description;
static const char *cursor_anywhere;
static const char *cursor_in_row;

// tigetstr gives (char *)-1 for what is not a string and NULL for what is absent.
static const char *string_named(const char *name) {
  if (!description) return NULL;
  const char *text = tigetstr((char *)name);
  return text == (const char *)-1 ? NULL : text;
}

int kap_description_open(const char *name, int descriptor) {
  kap_description_close();
  int outcome = -1;
  if (setupterm(name, descriptor, &outcome) == ERR) {
    // ncurses says 1 for a hard-copy or generic entry: known, but of no use here.
    return outcome < 0 ? -1 : 0;
  }
  description = cur_term;
  cursor_anywhere = string_named("cup");
  cursor_in_row = string_named("hpa");
  return 1;
}

void kap_description_close(void) {
  if (description) {
    del_curterm(description);
    description = NULL;
    cursor_anywhere = cursor_in_row = NULL;
  }
}

// Copies without padding such as $<50/>: it is meant for lines slower than anything in use, and
// ncurses would sleep for it.
static int copied(const char *text, unsigned char *buffer, int capacity) {
  int length = 0;
  while (*text) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end) {
        text = end + 1;
        continue;
      }
    }
    if (length >= capacity - 1) return -1;
    buffer[length++] = (unsigned char)*text++;
  }
  buffer[length] = 0;
  return length;
}

static int filled(const char *capability, int first, int second, unsigned char *buffer,
                  int capacity) {
  if (!description || !capability) return -1;
  const char *text =
      tparm((char *)capability, (long)first, (long)second, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
  return text ? copied(text, buffer, capacity) : -1;
}

int kap_description_string(const char *name, int parameter, unsigned char *buffer, int capacity) {
  return filled(string_named(name), parameter, 0, buffer, capacity);
}

int kap_description_move(int row, int column, unsigned char *buffer, int capacity) {
  return filled(cursor_anywhere, row, column, buffer, capacity);
}

int kap_description_move_in_row(int column, unsigned char *buffer, int capacity) {
  return filled(cursor_in_row, column, 0, buffer, capacity);
}

int kap_description_flag(const char *name) {
  return description && tigetflag((char *)name) > 0;
}

int kap_description_number(const char *name) {
  return description ? tigetnum((char *)name) : -1;
}
