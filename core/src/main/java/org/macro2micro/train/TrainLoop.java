package org.macro2micro.train;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.seed.SeedPath;

/**
 * Trains networks for a fixed number of epochs; the last epoch's weights are the result.
 *
 * @param phase for listeners
 * @param settings epochs, batch, learning rate; by Adam or by descent
 * @param networks what is trained; gradient norms are those of the first
 * @param order how the clips of an epoch are cut into batches
 * @param gradientNormsEvery epochs between two measurements of gradient norms; 0 for never
 * @param rule how gradients become steps of Adam; descent says so itself
 */
public record TrainLoop(
    Phase phase,
    StepSettings settings,
    List<Block> networks,
    BatchOrder order,
    int gradientNormsEvery,
    StepRule rule) {
  public TrainLoop {
    networks = List.copyOf(networks);
  }

  /** With the same rate for all networks, and gradients as they are. */
  public TrainLoop(
      Phase phase,
      StepSettings settings,
      List<Block> networks,
      BatchOrder order,
      int gradientNormsEvery) {
    this(phase, settings, networks, order, gradientNormsEvery, StepRule.PLAIN);
  }

  /** Random batches without gradient norms. */
  public TrainLoop(Phase phase, PhaseSettings settings, List<Block> networks, StepRule rule) {
    this(phase, settings, networks, BatchOrder.SHUFFLED, 0, rule);
  }

  /** One network by random batches, without gradient norms. */
  public TrainLoop(Phase phase, PhaseSettings settings, Block network) {
    this(phase, settings, List.of(network), BatchOrder.SHUFFLED, 0);
  }

  /**
   * Runs all epochs.
   *
   * @param manager on which each step gets a manager of its own
   * @param examples number of training clips, at least 2
   * @param loss the loss of a batch
   * @param seed for order and draws
   * @param listener is told of each epoch
   */
  public void run(
      NDManager manager, int examples, StepLoss loss, SeedPath seed, TrainListener listener) {
    if (examples < 2) {
      throw new IllegalArgumentException(
          "phase %s: %d training clips, expected at least 2".formatted(phase.word(), examples));
    }
    int steps = Math.max(1, steps(examples));
    try (Steps moves = moves(manager, steps)) {
      for (int epoch = 0; epoch < settings.epochs(); epoch++) {
        SeedPath own = seed.child("epoch").child(epoch);
        List<int[]> batches =
            order.batches(examples, settings.batch(), own.child("order").random());
        SortedMap<String, Double> norms = new TreeMap<>();
        if (gradientNormsEvery > 0 && epoch % gradientNormsEvery == 0) {
          Batch first = Batch.of(manager, batches.get(0), own.child(0), share(epoch, 0));
          norms = new GradientNorms(networks, moves).of(loss, first);
        }
        SortedMap<String, Double> sums = new TreeMap<>();
        for (int step = 0; step < batches.size(); step++) {
          double progress = share(epoch, (double) step / batches.size());
          Batch batch = Batch.of(manager, batches.get(step), own.child(step), progress);
          step(batch, loss, moves, epoch)
              .forEach((term, value) -> sums.merge(term, value, Double::sum));
        }
        sums.replaceAll((term, sum) -> sum / batches.size());
        listener.epochDone(phase, epoch + 1, settings.epochs(), sums, norms);
      }
    }
  }

  private Steps moves(NDManager manager, int steps) {
    return settings instanceof DescentSettings descent
        ? new DescentSteps(manager, networks, descent)
        : new AdamSteps(manager, networks, (PhaseSettings) settings, rule, steps);
  }

  /** How many steps all epochs have together, for this number of training clips. */
  public int steps(int examples) {
    return settings.epochs() * order.steps(examples, settings.batch());
  }

  private double share(int epoch, double ofEpoch) {
    return (epoch + ofEpoch) / settings.epochs();
  }

  private SortedMap<String, Double> step(Batch batch, StepLoss loss, Steps moves, int epoch) {
    try (NDManager own = batch.manager().newSubManager();
        GradientCollector collector = own.getEngine().newGradientCollector()) {
      StepTerms terms = loss.of(batch.on(own));
      collector.backward(terms.total());
      moves.step(epoch);
      SortedMap<String, Double> values = new TreeMap<>();
      terms.values().forEach((term, value) -> values.put(term, (double) value.getFloat()));
      float total = terms.total().getFloat();
      values.put("total", (double) total);
      if (!Float.isFinite(total)) {
        throw new TrainingDivergedException(phase, values);
      }
      return values;
    }
  }
}
