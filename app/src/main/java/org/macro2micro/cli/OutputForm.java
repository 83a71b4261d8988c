package org.macro2micro.cli;

/** In what form predictions go to standard output. */
enum OutputForm {
  TEXT,
  CSV,
  JSON
}
