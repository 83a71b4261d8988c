package org.macro2micro.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.Inventory;
import org.macro2micro.dataset.Problem;
import org.macro2micro.preprocess.FrameCheck;
import org.macro2micro.preprocess.PreprocessSettings;

/** A database whose frames have been decoded, as a run would, before anything is trained. */
public final class CheckedDatabase {
  private CheckedDatabase() {}

  /**
   * Decodes all frames of a database's clips.
   *
   * @param read what a reader found, which looks into a few headers of each clip only
   * @param settings of which frames a run takes; faces are not looked for
   * @return the same without the clips that a run would leave out, which are listed; a frame that
   *     can't be read and that these settings pass over is noted
   */
  public static Inventory of(Inventory read, PreprocessSettings settings, RunListener listener) {
    List<Clip> clips = read.corpus().clips().stream().map(LabelledClip::clip).toList();
    listener.begin("look at the frames of clips", clips.size());
    List<Problem> problems = new ArrayList<>(read.problems());
    Set<ClipId> unusable = new HashSet<>();
    for (FrameCheck.Finding finding :
        FrameCheck.of(clips, settings, (done, all) -> listener.done(done))) {
      if (finding.taken()) {
        unusable.add(finding.clip());
        problems.add(
            new Problem(finding.clip().toString(), finding.problem(), Problem.Action.LEFT_OUT));
      } else {
        problems.add(
            new Problem(
                finding.clip().toString(),
                finding.problem() + "; a run whose settings take this frame leaves the clip out",
                Problem.Action.NOTED));
      }
    }
    List<LabelledClip> usable =
        read.corpus().clips().stream().filter(clip -> !unusable.contains(clip.id())).toList();
    return new Inventory(read.database(), read.folder(), new Corpus(usable), problems);
  }
}
