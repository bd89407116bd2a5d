/* Makes every flush to the disk one millisecond slower, as on a typical cloud disk. Loaded with LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

static int flush_slowly(const char *name, int fd) {
  int (*flush)(int);
  *(void **) &flush = dlsym(RTLD_NEXT, name);
  struct timespec left = {0, 1000000};
  nanosleep(&left, 0);
  return flush(fd);
}

int fsync(int fd) { return flush_slowly("fsync", fd); }

int fdatasync(int fd) { return flush_slowly("fdatasync", fd); }
