// What Swift cannot say about a terminal: ncurses' terminal descriptions (variadic, and full of
// macros), what must be safe inside a signal handler, and calls whose constants Swift does not see.
//
// Every function that can fail returns a negative errno. None keeps a pointer it is given.
#pragma once

#include <stddef.h>
#include <stdint.h>

// Descriptions: ncurses' knowledge of the terminal. One at a time in a process.

/// Looks up the description of the terminal `name`. 1: found, 0: unknown, -1: no database.
int kap_description_open(const char *name, int descriptor);
void kap_description_close(void);
int kap_description_flag(const char *name);
int kap_description_number(const char *name);
// What follows writes a control string without padding into `buffer`, and returns its length or -1.
/// The string capability with this terminfo name, its one parameter filled in if it has one.
int kap_description_string(const char *name, int parameter, unsigned char *buffer, int capacity);
/// The movement to a cell.
int kap_description_move(int row, int column, unsigned char *buffer, int capacity);
/// The movement to a column of the present row.
int kap_description_move_in_row(int column, unsigned char *buffer, int capacity);

// Locale and width.

/// Sets how characters are encoded, once: as the environment says, else UTF-8, else C. 1 if UTF-8.
int kap_locale_is_unicode(void);
/// wcwidth: -1 for what this locale cannot print.
int kap_locale_width(uint32_t scalar);

// Claiming the terminal. One claim at a time in a process, undone on exit and on fatal signals.

/// A descriptor of our own for the terminal behind `descriptor`, not blocking where that is
/// possible without changing it for the programs that share it (`*is_private` is then 1).
int kap_terminal_reopen(int descriptor, int *is_private);
int kap_terminal_is_terminal(int descriptor);
/// Raw mode on `input`, and what undoes it kept for every way out.
int kap_terminal_claim(int input, int output);
/// Says what has to be written to `output` on the way out. Replaces what was said before.
int kap_terminal_farewell(const unsigned char *bytes, int length);
/// Says farewell and sets the modes as they were before the claim. Unread input is dropped: it was
/// meant for us, and a shell would run it.
int kap_terminal_release(void);
/// Whether the terminal is still claimed; a sudden end releases it without being asked.
int kap_terminal_is_claimed(void);
int kap_terminal_size(int descriptor, int *rows, int *columns);

/// Bytes read, 0 for none at present, negative errno; -EIO also for a terminal that hung up.
long kap_terminal_read(int descriptor, int is_private, unsigned char *buffer, size_t capacity);
/// Bytes written, 0 for none at present, negative errno.
long kap_terminal_write(int descriptor, const unsigned char *bytes, size_t length);

// Signals, told through a pipe.

/// Starts telling signals through the pipe whose reading end is returned.
int kap_signals_open(void);
/// The signals told since the last call, as a set of bits by signal number.
uint64_t kap_signals_take(int descriptor);
void kap_signals_close(int descriptor);
/// Stops the process group as Ctrl-Z would, and returns when it goes on.
void kap_signals_stop_process(void);

// Waiting and time.

struct kap_wait_entry {
  int descriptor;
  /// In: 1 readable, 2 writable. Out: also 4 hung up.
  int events;
};

/// Waits until an event, or `nanoseconds` (negative: for ever). The number of ready entries, 0 for
/// the time being up, -EINTR for a signal.
int kap_wait(struct kap_wait_entry *entries, int count, int64_t nanoseconds);
int kap_pipe_open(int *reading, int *writing);
/// Tells the other end of the pipe once.
void kap_pipe_tell(int writing);
void kap_pipe_drain(int reading);

/// Nanoseconds since boot, with the time asleep.
int64_t kap_clock_since_boot(void);
/// Nanoseconds since 1970 by the wall clock.
int64_t kap_clock_wall(void);
/// What names this boot, ended by NUL. Its length, or a negative errno.
int kap_clock_boot_identifier(char *buffer, int capacity);

void kap_close(int descriptor);
