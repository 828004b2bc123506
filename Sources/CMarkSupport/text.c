#include "CMarkSupport.h"

#include <string.h>
#include <cmark-gfm.h>

// Not every package of the library brings the declaration of a node. It is included here alone:
// Swift would no longer take nodes for opaque.
#if __has_include(<cmark-gfm/node.h>)
#include <cmark-gfm/node.h>

const char *cmark_text(struct cmark_node *node, size_t *length) {
  *length = (size_t)node->as.literal.len;
  return (const char *)node->as.literal.data;
}
#else
const char *cmark_text(struct cmark_node *node, size_t *length) {
  const char *text = cmark_node_get_literal(node);
  *length = text ? strlen(text) : 0;
  return text;
}
#endif
