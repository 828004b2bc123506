#include "CMarkSupport.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmark-gfm.h>

// A block of memory, whose pieces lie one after the other behind this head.
struct cmark_memory_block {
  struct cmark_memory_block *below;
  size_t size;
  size_t used;
  size_t reserved;  // keeps the pieces aligned
};

typedef struct cmark_memory_block block;

// What stands before each piece; as large as the strictest alignment.
typedef struct {
  size_t size;
  size_t reserved;
} head;

enum {
  alignment = sizeof(head),
  smallest_block = 256 * 1024,
  largest_common_block = 1024 * 1024,
};

static _Thread_local block *top;
// Kept for the next text, which is as large as a rule.
static _Thread_local block *spare;

static void add_block(size_t needed) {
  size_t size = top ? top->size * 2 : smallest_block;
  if (size > largest_common_block) size = largest_common_block;
  if (size < needed) size = needed;
  block *added = NULL;
  if (spare && spare->size >= needed) {
    added = spare;
    spare = NULL;
  } else {
    added = size < SIZE_MAX - sizeof(block) ? malloc(sizeof(block) + size) : NULL;
    if (!added) abort();  // as cmark does
    added->size = size;
  }
  added->below = top;
  added->used = 0;
  top = added;
}

static size_t aligned(size_t size) {
  if (size > SIZE_MAX / 2) abort();
  return (size + alignment - 1) / alignment * alignment;
}

static void *take(size_t size) {
  size = aligned(size);
  size_t needed = sizeof(head) + size;
  if (!top || top->size - top->used < needed) add_block(needed);
  head *piece = (head *)((char *)(top + 1) + top->used);
  top->used += needed;
  piece->size = size;
  return piece + 1;
}

static void *take_zeroed(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  return memset(take(count * size), 0, count * size);
}

static void *resize(void *old, size_t size) {
  if (!old) return take(size);
  size = aligned(size);
  head *piece = (head *)old - 1;
  if (size <= piece->size) return old;
  size_t added = size - piece->size;
  char *end = (char *)(top + 1) + top->used;
  // The last piece grows where it is.
  if ((char *)old + piece->size == end && added <= top->size - top->used) {
    top->used += added;
    piece->size = size;
    return old;
  }
  return memcpy(take(size), old, piece->size);
}

static void leave(void *piece) { (void)piece; }

cmark_mem *cmark_text_memory(void) {
  static cmark_mem memory = {take_zeroed, resize, leave};
  return &memory;
}

cmark_memory_place cmark_memory_end(void) {
  return (cmark_memory_place){top, top ? top->used : 0};
}

void cmark_memory_return_to(cmark_memory_place place) {
  while (top != place.block) {
    block *left = top;
    top = left->below;
    if (left->size <= largest_common_block && (!spare || spare->size < left->size)) {
      free(spare);
      spare = left;
    } else {
      free(left);
    }
  }
  if (top) top->used = place.used;
}
