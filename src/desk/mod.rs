//! What a clerk does, one function each: brings time, ids and randomness, opens the transaction. Draws nothing.
