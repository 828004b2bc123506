#include <nettle/sha2.h>
#include <nettle/version.h>

// The names of the library are macros, which Swift does not see.
static inline void sha256_begin(struct sha256_ctx *context) { sha256_init(context); }

static inline void sha256_add(struct sha256_ctx *context, size_t length, const uint8_t *bytes) {
  sha256_update(context, length, bytes);
}

static inline void sha256_end(struct sha256_ctx *context, uint8_t *digest) {
#if NETTLE_VERSION_MAJOR < 4
  sha256_digest(context, SHA256_DIGEST_SIZE, digest);
#else
  sha256_digest(context, digest);
#endif
}
