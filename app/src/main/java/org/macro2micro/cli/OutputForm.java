package org.macro2micro.cli;

/** The form in which predictions go to standard output. */
enum OutputForm {
  TEXT,
  CSV,
  JSON
}
