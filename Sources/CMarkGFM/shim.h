#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

// Exported by libcmark-gfm-extensions, declared in no installed header.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
    CMARK_NODE_STRIKETHROUGH;

// The variables above are set once, when the extensions are registered; as functions they may be
// asked from any thread.
static inline cmark_node_type cmark_table_type(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type cmark_table_row_type(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type cmark_table_cell_type(void) { return CMARK_NODE_TABLE_CELL; }
static inline cmark_node_type cmark_strikethrough_type(void) { return CMARK_NODE_STRIKETHROUGH; }

// Reads the inline texts of one document at a time. All parsers share a table of the characters that
// begin the syntax of extensions: each enters its own and takes them out at its end, when others
// would no longer see the `~` of their texts. Only one file may call this: the lock is its own.
static inline cmark_node *cmark_parser_finish_in_turn(cmark_parser *parser) {
  static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&turn);
  cmark_node *root = cmark_parser_finish(parser);
  pthread_mutex_unlock(&turn);
  return root;
}

// The memory of a text while it is read: cmark asks for thousands of small pieces, which are cut
// from blocks and given back together. One thread reads a text from its begin to its end.
struct text_memory {
  struct text_memory *previous;
  // The bytes behind this, and how many of them are taken.
  size_t size, used;
  size_t unused;
};

static inline struct text_memory **text_memory_last(void) {
  static _Thread_local struct text_memory *last;
  return &last;
}

// Pieces begin at multiples of 16 bytes, behind their size.
enum { text_memory_head = 16, text_memory_block = 1 << 16 };

static inline size_t text_memory_length(size_t size) {
  if (size > SIZE_MAX / 2) abort();
  return (size + text_memory_head + 15) & ~(size_t)15;
}

static void *text_memory_calloc(size_t count, size_t size) {
  if (size > 0 && count > SIZE_MAX / size) abort();
  size *= count;
  size_t length = text_memory_length(size);
  struct text_memory *block = *text_memory_last();
  if (block == NULL || block->size - block->used < length) {
    size_t room = length > text_memory_block ? length : text_memory_block;
    block = (struct text_memory *)calloc(1, sizeof *block + room);
    if (block == NULL) abort();
    block->previous = *text_memory_last();
    block->size = room;
    *text_memory_last() = block;
  }
  char *piece = (char *)(block + 1) + block->used;
  block->used += length;
  *(size_t *)piece = size;
  return piece + text_memory_head;
}

static void *text_memory_realloc(void *old, size_t size) {
  if (old == NULL) return text_memory_calloc(1, size);
  size_t *known = (size_t *)((char *)old - text_memory_head);
  if (size <= *known) return old;
  // The last piece grows where it is.
  struct text_memory *block = *text_memory_last();
  size_t had = text_memory_length(*known), length = text_memory_length(size);
  if ((char *)known + had == (char *)(block + 1) + block->used
      && length - had <= block->size - block->used) {
    block->used += length - had;
    *known = size;
    return old;
  }
  void *piece = text_memory_calloc(1, size);
  memcpy(piece, old, *known);
  return piece;
}

static void text_memory_free(void *piece) { (void)piece; }

// Begins a text; what it returns ends it.
static inline struct text_memory *text_memory_begin(void) {
  struct text_memory *outer = *text_memory_last();
  *text_memory_last() = NULL;
  return outer;
}

static inline void text_memory_end(struct text_memory *outer) {
  struct text_memory *block = *text_memory_last();
  while (block != NULL) {
    struct text_memory *previous = block->previous;
    free(block);
    block = previous;
  }
  *text_memory_last() = outer;
}

// A parser that lives as long as its text.
static inline cmark_parser *cmark_parser_new_for_text(int options) {
  static cmark_mem memory = {text_memory_calloc, text_memory_realloc, text_memory_free};
  return cmark_parser_new_with_mem(options, &memory);
}
