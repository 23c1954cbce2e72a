package dev.muster.plan;

/** A plan and how its definitions differ from another revision, made from one reading of the workspace. */
public record PlanAgainstBase(Plan plan, BaseComparison comparison) {}
