#include <stddef.h>

struct cmark_node;

// The words of a text node where cmark keeps them, without a zero behind them.
// `cmark_node_get_literal` makes a copy of each that ends with one.
const char *cmark_text(struct cmark_node *node, size_t *length);

// Memory for what cmark makes of one text: its thousands of small pieces come from a few blocks and
// are given back together. Each thread has its own, so that a text has to be read and left on one.
struct cmark_mem *cmark_text_memory(void);

// Where the memory of a thread ends.
typedef struct {
  struct cmark_memory_block *block;
  size_t used;
} cmark_memory_place;

cmark_memory_place cmark_memory_end(void);

// Gives back what was taken since; nothing that was made in it may be used or freed any more.
void cmark_memory_return_to(cmark_memory_place place);
