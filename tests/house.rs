//! The house: walls between rooms, and what stands in the repository.
