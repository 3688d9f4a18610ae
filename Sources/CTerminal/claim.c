#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

// What a sudden end needs. Written by the thread that owns the terminal and read by whatever
// thread a signal strikes, so `armed` is lowered before a field changes and raised after.
static struct {
  int input;
  int output;
  struct termios before;
  unsigned char farewell[512];
  int farewell_length;
} claim;
static atomic_int armed;

static const int fatal[] = {SIGSEGV, SIGABRT, SIGILL,  SIGTRAP, SIGBUS,
                            SIGFPE,  SIGTERM, SIGQUIT, SIGHUP,  SIGINT};
enum { fatal_count = sizeof fatal / sizeof *fatal };
static struct sigaction before_fatal[fatal_count];
static atomic_int taken[fatal_count];
static int exit_is_arranged;
static unsigned char signal_stack[64 * 1024];
static stack_t stack_before;

// Everything here is on the list of what a signal handler may call. Whoever lowers `armed` does it.
static int undo(void) {
  if (!atomic_exchange(&armed, 0)) return 0;
  int saved = errno;
  // A stopped background process would never get further than tcsetattr.
  sigset_t stop, previous;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &stop, &previous);
  int sent = 0;
  while (sent < claim.farewell_length) {
    long count = write(claim.output, claim.farewell + sent, claim.farewell_length - sent);
    if (count > 0) {
      sent += count;
    } else if (count < 0 && errno == EAGAIN) {
      struct pollfd entry = {claim.output, POLLOUT, 0};
      // Nobody may be reading any more; an end that waits for ever is worse than an odd screen.
      if (poll(&entry, 1, 200) <= 0) break;
    } else if (!(count < 0 && errno == EINTR)) {
      break;
    }
  }
  tcflush(claim.input, TCIFLUSH);
  int outcome;
  do outcome = tcsetattr(claim.input, TCSANOW, &claim.before);
  while (outcome != 0 && errno == EINTR);
  outcome = outcome == 0 ? 0 : -errno;
  pthread_sigmask(SIG_SETMASK, &previous, NULL);
  errno = saved;
  return outcome;
}

static void undo_at_exit(void) { undo(); }

static void end_suddenly(int number, siginfo_t *information, void *context) {
  (void)context;
  undo();
  for (int index = 0; index < fatal_count; index++) {
    if (fatal[index] != number) continue;
    sigaction(number, &before_fatal[index], NULL);
  }
  // A fault strikes again on return, with its address, for whoever handled it before us. A trap
  // would be stepped over, and a sent signal would be lost: those are raised.
  if (number == SIGTRAP || !information || information->si_code <= 0) raise(number);
}

static void watch_fatal(void) {
  stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack, .ss_flags = 0};
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE)) {
    // An overflowing stack has no room for a handler.
    if (sigaltstack(&stack, &stack_before) != 0) stack_before.ss_flags = SS_DISABLE;
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = end_suddenly;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < fatal_count; index++) {
    struct sigaction current_action;
    if (sigaction(fatal[index], NULL, &current_action) != 0) continue;
    // A request to end that someone already handles, or that is ignored, stays theirs.
    int is_request = fatal[index] == SIGTERM || fatal[index] == SIGQUIT ||
                     fatal[index] == SIGHUP || fatal[index] == SIGINT;
    if (is_request && ((current_action.sa_flags & SA_SIGINFO) ||
                       current_action.sa_handler != SIG_DFL))
      continue;
    before_fatal[index] = current_action;
    taken[index] = sigaction(fatal[index], &action, NULL) == 0;
  }
}

static void unwatch_fatal(void) {
  for (int index = 0; index < fatal_count; index++) {
    if (!taken[index]) continue;
    taken[index] = 0;
    struct sigaction current;
    // Somebody who came after us keeps the signal.
    if (sigaction(fatal[index], NULL, &current) == 0 && (current.sa_flags & SA_SIGINFO) &&
        current.sa_sigaction == end_suddenly)
      sigaction(fatal[index], &before_fatal[index], NULL);
  }
}

int kap_terminal_reopen(int descriptor, int *is_private) {
  *is_private = 0;
  char path[256];
  if (ttyname_r(descriptor, path, sizeof path) == 0) {
    int own = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    struct stat theirs, ours;
    if (own >= 0 && fstat(descriptor, &theirs) == 0 && fstat(own, &ours) == 0 &&
        theirs.st_rdev == ours.st_rdev) {
      *is_private = 1;
      return own;
    }
    if (own >= 0) close(own);
  }
  int own = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  return own < 0 ? -errno : own;
}

int kap_terminal_is_terminal(int descriptor) { return isatty(descriptor); }

int kap_terminal_claim(int input, int output) {
  if (atomic_load(&armed)) return -EBUSY;
  struct termios before;
  if (tcgetattr(input, &before) != 0) return -errno;
  struct termios raw = before;
  raw.c_iflag &= ~(BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON | IXOFF | IXANY);
  raw.c_iflag |= IGNBRK;
  raw.c_oflag &= ~OPOST;
  raw.c_lflag &= ~(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
  raw.c_cflag &= ~(CSIZE | PARENB);
  raw.c_cflag |= CS8;
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  if (!exit_is_arranged) {
    if (atexit(undo_at_exit) != 0) return -ENOMEM;
    exit_is_arranged = 1;
  }
  claim.input = input;
  claim.output = output;
  claim.before = before;
  claim.farewell_length = 0;
  watch_fatal();
  atomic_store(&armed, 1);
  int outcome;
  do outcome = tcsetattr(input, TCSANOW, &raw);
  while (outcome != 0 && errno == EINTR);
  if (outcome != 0) {
    int reason = errno;
    atomic_store(&armed, 0);
    unwatch_fatal();
    return -reason;
  }
  return 0;
}

int kap_terminal_farewell(const unsigned char *bytes, int length) {
  if (length < 0 || length > (int)sizeof claim.farewell) return -EMSGSIZE;
  if (!atomic_exchange(&armed, 0)) return -ENOTTY;
  memcpy(claim.farewell, bytes, length);
  claim.farewell_length = length;
  atomic_store(&armed, 1);
  return 0;
}

int kap_terminal_release(void) {
  int outcome = undo();
  unwatch_fatal();
  return outcome;
}

int kap_terminal_is_claimed(void) { return atomic_load(&armed); }

int kap_terminal_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -errno;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}

long kap_terminal_read(int descriptor, int is_private, unsigned char *buffer, size_t capacity) {
  for (;;) {
    if (!is_private) {
      struct pollfd entry = {descriptor, POLLIN, 0};
      int ready = poll(&entry, 1, 0);
      if (ready < 0 && errno == EINTR) continue;
      if (ready <= 0) return ready == 0 ? 0 : -errno;
    }
    long count = read(descriptor, buffer, capacity);
    if (count > 0) return count;
    if (count == 0) return -EIO;
    if (errno == EINTR) continue;
    return errno == EAGAIN || errno == EWOULDBLOCK ? 0 : -errno;
  }
}

long kap_terminal_write(int descriptor, const unsigned char *bytes, size_t length) {
  for (;;) {
    long count = write(descriptor, bytes, length);
    if (count >= 0) return count;
    if (errno == EINTR) continue;
    return errno == EAGAIN || errno == EWOULDBLOCK ? 0 : -errno;
  }
}
