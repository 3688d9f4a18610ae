#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int told[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGCONT, SIGTSTP};
enum { told_count = sizeof told / sizeof *told };
static struct sigaction before[told_count];
static volatile int telling = -1;

static void tell(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe already holds enough to wake the reader; signals of one kind coalesce anyway.
  if (telling >= 0 && write(telling, &byte, 1) < 0) {
  }
  errno = saved;
}

int kap_pipe_open(int *reading, int *writing) {
  int ends[2];
  if (pipe(ends) != 0) return -errno;
  for (int index = 0; index < 2; index++) {
    fcntl(ends[index], F_SETFD, FD_CLOEXEC);
    fcntl(ends[index], F_SETFL, O_NONBLOCK);
  }
  *reading = ends[0];
  *writing = ends[1];
  return 0;
}

void kap_pipe_tell(int writing) {
  unsigned char byte = 1;
  while (write(writing, &byte, 1) < 0 && errno == EINTR) {
  }
}

void kap_pipe_drain(int reading) {
  unsigned char bytes[64];
  for (;;) {
    long count = read(reading, bytes, sizeof bytes);
    if (count < (long)sizeof bytes && !(count < 0 && errno == EINTR)) return;
  }
}

int kap_signals_open(void) {
  if (telling >= 0) return -EBUSY;
  int reading, writing;
  int outcome = kap_pipe_open(&reading, &writing);
  if (outcome < 0) return outcome;
  telling = writing;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = tell;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < told_count; index++) sigaction(told[index], &action, &before[index]);
  return reading;
}

uint64_t kap_signals_take(int descriptor) {
  uint64_t set = 0;
  unsigned char bytes[64];
  for (;;) {
    long count = read(descriptor, bytes, sizeof bytes);
    if (count < 0 && errno == EINTR) continue;
    for (long index = 0; index < count; index++) set |= (uint64_t)1 << (bytes[index] & 63);
    if (count < (long)sizeof bytes) return set;
  }
}

void kap_signals_close(int descriptor) {
  if (telling < 0) return;
  for (int index = 0; index < told_count; index++) sigaction(told[index], &before[index], NULL);
  int writing = telling;
  telling = -1;
  close(writing);
  close(descriptor);
}

void kap_signals_stop_process(void) {
  struct sigaction plain, previous;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigemptyset(&plain.sa_mask);
  sigaction(SIGTSTP, &plain, &previous);
  // The whole group, so that a shell above a wrapper gets its terminal back. SIGTSTP and not
  // SIGSTOP: the system drops it where no shell is left that could ever continue us.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &previous, NULL);
}

void kap_close(int descriptor) { close(descriptor); }
