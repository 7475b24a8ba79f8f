"""What one can do, one function each: authorise → lock → replay → decide → append → publish."""
