#include <stddef.h>

struct cmark_node;

// The words of a text node where cmark keeps them, without a zero behind them.
// `cmark_node_get_literal` makes a copy of each that ends with one.
const char *cmark_text(struct cmark_node *node, size_t *length);
