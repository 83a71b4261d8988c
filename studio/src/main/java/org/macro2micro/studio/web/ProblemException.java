package org.macro2micro.studio.web;

import java.util.Map;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;
  private final transient Map<String, String> headers;

  private ProblemException(Problem problem, Map<String, String> headers) {
    super(problem.detail());
    this.problem = problem;
    this.headers = headers;
  }

  Problem problem() {
    return problem;
  }

  Map<String, String> headers() {
    return headers;
  }

  static ProblemException of(int status, String type, String title, String detail) {
    return of(status, type, title, detail, Map.of());
  }

  static ProblemException of(
      int status, String type, String title, String detail, Map<String, String> headers) {
    return new ProblemException(new Problem(Problem.TYPES + type, title, status, detail), headers);
  }

  /**
   * @param current the layer as it is, in place of what the caller expected
   */
  static ProblemException conflict(String type, String title, String detail, Object current) {
    return new ProblemException(
        new Problem(Problem.TYPES + type, title, 409, detail, null, current), Map.of());
  }

  static ProblemException badRequest(String detail) {
    return of(400, "bad-request", "The request can't be understood", detail);
  }

  static ProblemException notFound(String what) {
    return of(
        404,
        "not-found",
        "Not found",
        "The service does not have this " + what + "; it may have been deleted.");
  }

  static ProblemException unusable(String detail) {
    return of(422, "unusable", "The request can't be carried out", detail);
  }
}
