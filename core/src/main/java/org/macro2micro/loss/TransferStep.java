package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/**
 * What a step of phase 3 offers the terms of Eq. 8: n micro clips, as many macro clips, and s_c
 * sampling intervals. Scores are before the softmax or sigmoid; a head is asked when its scores
 * are.
 */
public interface TransferStep {
  /** Scores of a discriminator, of the maps of each domain. */
  record Domains(NDArray micro, NDArray macro) {}

  /** Classes of the micro clips, int64 [n]. */
  NDArray labels();

  /** Scores of C_e for the micro clips, [n,classes]. */
  NDArray classScores();

  /** Scores of D_s for the apex maps, behind gradient reversal, [n] each. */
  Domains apexDomains();

  /** Scores of D_t for the maps of all intervals, behind gradient reversal, [s_c*n] each. */
  Domains rateDomains();

  /** Scores of C_s for the maps of all intervals, of both domains, [2*s_c*n,s_c]. */
  NDArray intervalScores();

  /** The interval of each of these maps, int64 [2*s_c*n]. */
  NDArray intervals();

  /** Fused features z of the micro clips, [n,d]. */
  NDArray microFeatures();

  /** Fused features z of the macro clips, [n,d]; [0,d] for a row whose L_con sees none. */
  NDArray macroFeatures();

  /** Classes of the macro clips in the micro task's counting, as many, int64; -1 for none. */
  NDArray macroLabels();

  /** Temperature and reduction of L_con. */
  ContrastiveLoss contrastive();
}
