"""The sample desk: invented clients and their web sites, dated from the day it is opened."""
