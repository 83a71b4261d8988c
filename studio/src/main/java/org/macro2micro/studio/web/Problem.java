package org.macro2micro.studio.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.macro2micro.studio.store.Job;

/**
 * Says what is wrong, in the form of RFC 9457.
 *
 * @param type names the kind of problem by {@value #TYPES} and a word
 * @param title a few words, which all problems of the type have in common
 * @param status of the answer
 * @param detail says in a sentence or two what was found, what was expected, and what to do
 * @param instance the path that was asked for
 * @param current the layer as it is now, if somebody else changed it meanwhile
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    @Nullable Object current) {
  /** The beginning of the names of all types, which docs/service.md lists. */
  static final String TYPES = "urn:macro2micro:problem:";

  Problem(String type, String title, int status, String detail) {
    this(type, title, status, detail, null, null);
  }

  /** Returns the problem of a job that failed, which is part of an answer about the job. */
  static Problem of(Job.Failure failure) {
    return new Problem(TYPES + failure.type(), failure.title(), 422, failure.detail());
  }

  Problem at(String path) {
    return new Problem(type, title, status, detail, path, current);
  }
}
