package org.macro2micro.spark;

import org.macro2micro.cli.FailureReport;
import org.macro2micro.run.FoldJob;
import org.macro2micro.run.FoldWorker;

/** A fold, named by the line of its job and answered as {@link FoldWorker} answers. */
final class FoldTask extends EachTask<String, String> {
  private static final long serialVersionUID = 1;

  FoldTask(int threads) {
    super(threads);
  }

  /** Holds what this executor has read, for all of its tasks. */
  private static final class Kept {
    private static final FoldWorker WORKER = new FoldWorker();
  }

  @Override
  String done(String job) {
    return Kept.WORKER.answer(job, FailureReport::line);
  }

  @Override
  String lost(String job, String why) {
    return FoldWorker.FAILED + "fold " + FoldJob.parse(job).heldOut() + ": " + why;
  }
}
