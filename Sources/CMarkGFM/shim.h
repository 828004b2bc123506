#include <pthread.h>
#include <string.h>
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

// Of the C library, declared there only for those who ask for what is not of the standard.
extern void *memmem(const void *text, size_t length, const void *part, size_t part_length);

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
