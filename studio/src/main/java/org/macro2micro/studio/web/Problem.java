package org.macro2micro.studio.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.macro2micro.studio.store.Job;

/**
 * What is wrong, as RFC 9457 has it.
 *
 * @param type names the kind of problem: {@value #TYPES} and a word
 * @param title a few words, the same for all problems of the type
 * @param status of the answer
 * @param detail a sentence or two: what was found, what was expected, what to do
 * @param instance the path that was asked for
 * @param current where two changed one thing, what it is now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    @Nullable Object current) {
  /** What the names of all types begin with; docs/service.md lists them. */
  static final String TYPES = "urn:macro2micro:problem:";

  Problem(String type, String title, int status, String detail) {
    this(type, title, status, detail, null, null);
  }

  /** A problem of a job that failed, which is part of a good answer. */
  static Problem of(Job.Failure failure) {
    return new Problem(TYPES + failure.type(), failure.title(), 422, failure.detail());
  }

  Problem at(String path) {
    return new Problem(type, title, status, detail, path, current);
  }
}
