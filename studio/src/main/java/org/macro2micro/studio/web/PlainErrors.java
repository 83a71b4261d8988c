package org.macro2micro.studio.web;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers with a problem where a request is not HTTP, or is refused before it reaches a route. */
final class PlainErrors extends ErrorHandler {
  private static final String TYPE = "application/problem+json";

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.setStatus(code);
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Content-Type", TYPE);
    Headers.all().forEach(headers::put);
    Content.Sink.write(response, true, problem(code), callback);
  }

  private static String problem(int status) {
    String message = HttpStatus.getMessage(status);
    return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"The service can't read the request as HTTP.\"}"
        .formatted(message, status);
  }
}
