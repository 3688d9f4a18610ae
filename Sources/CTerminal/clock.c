#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <mach/mach_time.h>
#include <sys/sysctl.h>
#endif

int64_t kap_clock_since_boot(void) {
#if defined(__APPLE__)
  static mach_timebase_info_data_t base;
  if (base.denom == 0) mach_timebase_info(&base);
  return (int64_t)((__uint128_t)mach_continuous_time() * base.numer / base.denom);
#else
  struct timespec now;
  clock_gettime(CLOCK_BOOTTIME, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
#endif
}

int64_t kap_clock_wall(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int kap_clock_boot_identifier(char *buffer, int capacity) {
#if defined(__APPLE__)
  size_t length = (size_t)capacity;
  if (sysctlbyname("kern.bootsessionuuid", buffer, &length, NULL, 0) != 0) return -errno;
  return (int)strnlen(buffer, length);
#else
  int file = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
  if (file < 0) return -errno;
  long count = read(file, buffer, (size_t)capacity - 1);
  int reason = errno;
  close(file);
  if (count < 0) return -reason;
  while (count > 0 && buffer[count - 1] == '\n') count--;
  buffer[count] = 0;
  return (int)count;
#endif
}

int kap_wait(struct kap_wait_entry *entries, int count, int64_t nanoseconds) {
  struct pollfd polled[16];
  if (count < 0 || count > (int)(sizeof polled / sizeof *polled)) return -EINVAL;
  for (int index = 0; index < count; index++) {
    polled[index].fd = entries[index].descriptor;
    polled[index].events = (short)((entries[index].events & 1 ? POLLIN : 0) |
                                   (entries[index].events & 2 ? POLLOUT : 0));
    polled[index].revents = 0;
  }
#if defined(__linux__)
  // Nanoseconds, so that a clock due on the second is not drawn up to a millisecond after it.
  struct timespec span = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  int ready = ppoll(polled, (nfds_t)count, nanoseconds < 0 ? NULL : &span, NULL);
#else
  int64_t rounded = nanoseconds < 0 ? -1 : (nanoseconds + 999999) / 1000000;
  int ready = poll(polled, (nfds_t)count, rounded > 86400000 ? 86400000 : (int)rounded);
#endif
  if (ready < 0) return -errno;
  for (int index = 0; index < count; index++) {
    short events = polled[index].revents;
    entries[index].events = (events & POLLIN ? 1 : 0) | (events & POLLOUT ? 2 : 0) |
                            (events & (POLLHUP | POLLERR | POLLNVAL) ? 4 : 0);
  }
  return ready;
}
