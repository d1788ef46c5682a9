"""What is ruled about courses: who is drawn, what becomes of the coffees, what was found."""
