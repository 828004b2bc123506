// Renders every file that is named with cmark-gfm, one after the other: what CommonMark alone costs.
// Prints the bytes of HTML.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char bytes[1 << 22];

int main(int count, char **paths) {
  const char *names[] = {"table", "strikethrough", "autolink", "tasklist"};
  size_t written = 0;
  cmark_gfm_core_extensions_ensure_registered();
  for (int i = 1; i < count; i++) {
    FILE *file = fopen(paths[i], "r");
    if (!file) return 1;
    size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    for (int n = 0; n < 4; n++)
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[n]));
    cmark_parser_feed(parser, bytes, size);
    cmark_node *document = cmark_parser_finish(parser);
    char *html = cmark_render_html(document, CMARK_OPT_FOOTNOTES,
                                   cmark_parser_get_syntax_extensions(parser));
    written += strlen(html);
    free(html);
    cmark_node_free(document);
    cmark_parser_free(parser);
  }
  printf("%zu\n", written);
  return 0;
}
