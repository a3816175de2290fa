static final String OWN = "lib/app.jar";

/// Packs a package for Lambda anew, a third smaller. Its jars keep their entries uncompressed, so the zip compresses a
/// library as a whole instead of class by class, and a start has nothing to inflate. What was in no jar becomes one,
/// `lib/app.jar`, the first on the class path. A package that is packed already stays as it is.
///
/// The argument is the zip.
void main(String[] arguments) throws IOException {
  Path zip = Path.of(arguments[0]);
  if (!Files.exists(zip)) {
    System.err.println("There is no " + zip + ": build it with ./mvnw package.");
    System.exit(1);
  }
  Path packed = zip.resolveSibling(zip.getFileName() + ".packed");
  try (ZipFile from = new ZipFile(zip.toFile())) {
    if (from.getEntry(OWN) != null) {
      return;
    }
    pack(from, packed);
  }
  Files.move(packed, zip, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
}

static void pack(ZipFile from, Path packed) throws IOException {
  ByteArrayOutputStream own = new ByteArrayOutputStream();
  try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(packed))) {
    to.setLevel(Deflater.BEST_COMPRESSION);
    try (ZipOutputStream jar = new ZipOutputStream(own)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        if (entry.getName().startsWith("lib/") && entry.getName().endsWith(".jar")) {
          write(to, like(entry), stored(from.getInputStream(entry)));
        } else if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
          // Quarkus's manifest names the libraries by where they are not: each start would look there.
          store(jar, entry, from.getInputStream(entry).readAllBytes());
        }
      }
    }
    write(to, new ZipEntry(OWN), own.toByteArray());
  }
}

/// The same jar without compression.
static byte[] stored(InputStream jar) throws IOException {
  Path compressed = Files.createTempFile("packing", ".jar");
  ByteArrayOutputStream stored = new ByteArrayOutputStream();
  try {
    Files.copy(jar, compressed, StandardCopyOption.REPLACE_EXISTING);
    try (ZipFile from = new ZipFile(compressed.toFile());
        ZipOutputStream to = new ZipOutputStream(stored)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        store(to, entry, from.getInputStream(entry).readAllBytes());
      }
    }
  } finally {
    Files.delete(compressed);
  }
  return stored.toByteArray();
}

static void store(ZipOutputStream jar, ZipEntry as, byte[] content) throws IOException {
  CRC32 crc = new CRC32();
  crc.update(content);
  ZipEntry entry = like(as);
  entry.setMethod(ZipEntry.STORED);
  entry.setSize(content.length);
  entry.setCrc(crc.getValue());
  write(jar, entry, content);
}

static ZipEntry like(ZipEntry other) {
  ZipEntry entry = new ZipEntry(other.getName());
  entry.setTime(other.getTime());
  return entry;
}

static void write(ZipOutputStream zip, ZipEntry entry, byte[] content) throws IOException {
  zip.putNextEntry(entry);
  zip.write(content);
  zip.closeEntry();
}
